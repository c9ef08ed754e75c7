package dev.tocsin.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.filterpattern.Coverage;
import dev.tocsin.filterpattern.Fact;
import java.util.List;

/**
 * The answer to "do these patterns see all of that?", for {@code covers} and {@code check}.
 *
 * @param reason why the outcome is not {@link Outcome#COVERED}; empty where it is
 * @param missedEvent the counterexample of {@link Outcome#MISSED}, else null
 * @param because for each deployed pattern, the clause that excluded the missed event
 * @param facts names of the facts that {@link Outcome#COVERED} rests on
 * @param assumptions what else it rests on
 */
record CoverageAnswer(
    Outcome outcome,
    String reason,
    ObjectNode missedEvent,
    List<String> because,
    List<String> facts,
    List<String> assumptions) {

  /** The four answers. */
  enum Outcome {
    COVERED,
    MISSED,
    UNDECIDED,
    /** A pattern is one that CloudWatch Logs refuses. */
    INVALID
  }

  static CoverageAnswer of(Coverage coverage) {
    if (coverage instanceof Coverage.Missed missed) {
      return new CoverageAnswer(
          Outcome.MISSED,
          String.join("; ", missed.because()),
          missed.event(),
          missed.because(),
          List.of(),
          List.of());
    }
    if (coverage instanceof Coverage.Undecided undecided) {
      return without(Outcome.UNDECIDED, undecided.reason());
    }
    var covered = (Coverage.Covered) coverage;
    return new CoverageAnswer(
        Outcome.COVERED,
        "",
        null,
        List.of(),
        covered.facts().stream().map(Fact::name).toList(),
        covered.assumptions());
  }

  static CoverageAnswer invalid(String reason) {
    return without(Outcome.INVALID, reason);
  }

  /** An exception of ours: nothing is shown, so nothing is claimed. */
  static CoverageAnswer defect(RuntimeException exception) {
    return without(Outcome.UNDECIDED, Failures.defect(exception));
  }

  private static CoverageAnswer without(Outcome outcome, String reason) {
    return new CoverageAnswer(outcome, reason, null, List.of(), List.of(), List.of());
  }

  /** Appends this answer's fields to {@code line}. */
  ObjectNode into(ObjectNode line) {
    line.put("outcome", outcome.name());
    line.set("missedEvent", missedEvent);
    line.put("reason", reason.isEmpty() ? null : reason);
    line.set("because", strings(because));
    line.set("facts", strings(facts));
    line.set("assumptions", strings(assumptions));
    return line;
  }

  static JsonNode strings(List<String> texts) {
    var array = Json.object().arrayNode();
    texts.forEach(array::add);
    return array;
  }
}
