package dev.tocsin.chain.alarm;

import dev.tocsin.chain.model.Alarm;
import dev.tocsin.chain.verdict.Fault;
import java.util.Optional;

/**
 * What CloudWatch says of evaluating an alarm. It says nothing of one that it evaluates as usual;
 * whatever else it says, known today or not, leaves open whether the alarm fires.
 *
 * <p>Source: {@code EvaluationState} in the CloudWatch API reference; "Alarm warm-up periods" in
 * the user guide.
 */
final class Evaluated {
  private Evaluated() {}

  /** Why the alarm may not be evaluated; empty iff it is. */
  static Optional<Fault> fault(Alarm alarm) {
    String state = alarm.evaluationState();
    if (state == null || state.isBlank()) {
      return Optional.empty();
    }
    return Optional.of(
        switch (state) {
          case "IN_WARM_UP" ->
              Fault.of(
                  "is in its warm-up period, in which it is not evaluated",
                  "wait until it ends, or take the warm-up out of the alarm");
          case "EVALUATION_ERROR" ->
              Fault.of(
                  "cannot be evaluated: CloudWatch says `EVALUATION_ERROR`",
                  "correct what its state reason names");
          default ->
              Fault.cannotShow(
                  "it is evaluated: CloudWatch says `%s`".formatted(state),
                  "see its state reason, and evaluate again when that is over");
        });
  }
}
