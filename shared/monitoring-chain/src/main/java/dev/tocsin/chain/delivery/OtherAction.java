package dev.tocsin.chain.delivery;

import dev.tocsin.chain.model.Arn;
import dev.tocsin.chain.verdict.ActionKind;
import dev.tocsin.chain.verdict.Evidence;
import dev.tocsin.chain.verdict.Fault;
import dev.tocsin.chain.verdict.JudgeOptions;
import dev.tocsin.chain.verdict.Link;
import dev.tocsin.chain.verdict.Reach;
import java.util.List;
import java.util.Optional;

/**
 * What an alarm or a rule calls besides topics. It counts iff it is of a kind that the rule's
 * parameter {@code acceptedActions} names, and never if it only changes or stores something. The
 * kinds are those of {@code AlarmActions} in the CloudWatch API reference and of the targets in the
 * EventBridge user guide.
 */
final class OtherAction {

  private static final String TELL = "add an SNS topic with a confirmed subscription";

  private OtherAction() {}

  /**
   * Where it leads.
   *
   * @param caller the alarm or rule, for messages
   */
  static Reach judge(String text, String caller, String region, JudgeOptions options) {
    Optional<Arn> arn = Arn.parse(text);
    if (arn.isEmpty()) {
      return broken(text, "is no ARN", TELL);
    }
    Optional<ActionKind> kind = kind(arn.orElseThrow());
    return kind.isEmpty()
        ? broken(text, "tells nobody", TELL)
        : judge(kind.orElseThrow(), arn.orElseThrow(), text, caller, region, options);
  }

  private static Reach judge(
      ActionKind kind, Arn arn, String text, String caller, String region, JudgeOptions options) {
    String name = kind.parameterValue();
    if (!options.acceptedActions().contains(kind)) {
      return broken(
          text,
          "is no SNS topic, and actions of kind `%s` are not accepted".formatted(name),
          "%s, or set `acceptedActions` to `%s`".formatted(TELL, name));
    }
    Optional<String> elsewhere =
        arn.region().isEmpty() ? Optional.empty() : arn.elsewhereThan(region);
    if (elsewhere.isPresent()) {
      return broken(
          text,
          "%s, but %s is in `%s`".formatted(elsewhere.orElseThrow(), caller, region),
          "name one of `" + region + "`");
    }
    return new Reach(
        List.of(),
        List.of(
            new Evidence(
                Link.ACTION,
                text,
                region,
                "is of kind `%s`, which `acceptedActions` names".formatted(name))),
        List.of("what `" + text + "` does is not visible here"));
  }

  private static Optional<ActionKind> kind(Arn arn) {
    return switch (arn.service()) {
      case "lambda" -> Optional.of(ActionKind.LAMBDA);
      case "ssm" ->
          arn.resource().startsWith("opsitem")
              ? Optional.of(ActionKind.SSM_OPS_ITEM)
              : Optional.empty();
      case "ssm-incidents" -> Optional.of(ActionKind.INCIDENT_MANAGER);
      default -> Optional.empty();
    };
  }

  private static Reach broken(String text, String problem, String fix) {
    return Reach.broken(List.of(Fault.of(problem, fix).on(Link.ACTION, text)));
  }
}
