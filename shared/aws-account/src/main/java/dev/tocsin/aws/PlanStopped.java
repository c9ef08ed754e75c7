package dev.tocsin.aws;

import dev.tocsin.chain.remedy.PlannedCall;
import java.util.List;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * A plan that was not carried out to its end. The message is one line: what stopped it, what was
 * done and what was not.
 */
public final class PlanStopped extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private PlanStopped(String message, Throwable cause) {
    super(message, cause);
  }

  static PlanStopped refused(
      PlannedCall call, SdkException answer, List<String> done, List<PlannedCall> left) {
    String said = String.valueOf(answer.getMessage()).strip().replaceAll("\\s*\\R\\s*", " ");
    return new PlanStopped(
        "`%s` failed: %s. %s. Fix: remove the cause and run the command again, it plans what is left"
            .formatted(call.name(), said, state(done, left)),
        answer);
  }

  static PlanStopped changed(
      PlannedCall call, String obstacle, List<String> done, List<PlannedCall> left) {
    return new PlanStopped(
        "`%s` was not made: %s. %s".formatted(call.name(), obstacle, state(done, left)), null);
  }

  static PlanStopped otherAccount(String planned, String found) {
    return new PlanStopped(
        "the plan is for account %s, the credentials are those of account %s; nothing was changed. Fix: use credentials of account %1$s"
            .formatted(planned, found),
        null);
  }

  private static String state(List<String> done, List<PlannedCall> left) {
    return "Done before it: "
        + (done.isEmpty() ? "nothing" : String.join(", ", done))
        + "; not done: "
        + left.stream().map(PlannedCall::name).collect(Collectors.joining(", "));
  }
}
