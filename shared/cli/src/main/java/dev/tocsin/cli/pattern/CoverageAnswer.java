package dev.tocsin.cli.pattern;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.cli.io.Defect;
import dev.tocsin.cli.io.InputProblem;
import dev.tocsin.cli.io.Json;
import dev.tocsin.filterpattern.Coverage;
import dev.tocsin.filterpattern.Exclusion;
import dev.tocsin.filterpattern.Fact;
import dev.tocsin.filterpattern.FilterPattern;
import dev.tocsin.filterpattern.parse.Misread;
import java.util.List;
import java.util.Optional;

/**
 * The answer to "do these patterns see all of that?", for {@code covers} and {@code check}.
 *
 * @param coverage what was decided; empty iff nothing could be
 * @param reason why the outcome is not {@link Outcome#COVERED}, or that it is only because there is
 *     no event to see; else empty
 */
record CoverageAnswer(Outcome outcome, Optional<Coverage> coverage, String reason) {

  /** The five answers. */
  enum Outcome {
    COVERED,
    MISSED,
    UNDECIDED,
    /**
     * A pattern is one that CloudWatch Logs refuses, there is no such control, or no event is left
     * that must be seen.
     */
    INVALID,
    /** Tocsin failed: nothing is shown, so nothing is claimed. */
    DEFECT;

    /** The name in JSON, which programs know four of. */
    String json() {
      return this == DEFECT ? UNDECIDED.name() : name();
    }
  }

  /** Something that decides coverage. */
  interface Decision {
    /**
     * What is decided.
     *
     * @throws Patterns.Refused if a pattern is none
     */
    Coverage make() throws Patterns.Refused;
  }

  /**
   * What comes of a decision, whatever it throws.
   *
   * @throws InputProblem if there is no event to see, so that anything would do
   */
  static CoverageAnswer of(Decision decision) {
    CoverageAnswer answer = ofImplication(decision);
    if (answer.coverage.orElse(null) instanceof Coverage.Vacuous nothing) {
      throw new InputProblem(nothing.reason());
    }
    return answer;
  }

  /**
   * As {@link #of}, for the bare implication: what no event can match is covered by anything, and
   * the reason says so.
   */
  static CoverageAnswer ofImplication(Decision decision) {
    Coverage coverage;
    try {
      coverage = decision.make();
    } catch (Patterns.Refused refused) {
      return invalid(refused.getMessage());
    } catch (InputProblem mistake) {
      throw mistake;
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError defect) {
      return new CoverageAnswer(Outcome.DEFECT, Optional.empty(), Defect.text(defect));
    }
    return new CoverageAnswer(outcome(coverage), Optional.of(coverage), reason(coverage));
  }

  static CoverageAnswer invalid(String reason) {
    return new CoverageAnswer(Outcome.INVALID, Optional.empty(), reason);
  }

  /** The counterexample, where there is one. */
  Optional<ObjectNode> missedEvent() {
    return missed().map(Coverage.Missed::event);
  }

  /** Names of the facts that coverage rests on. */
  List<String> facts() {
    return covered()
        .map(covered -> covered.facts().stream().map(Fact::name).toList())
        .orElse(List.of());
  }

  /** What else it rests on. */
  List<String> assumptions() {
    return covered().map(Coverage.Covered::assumptions).orElse(List.of());
  }

  /** Appends this answer's fields to {@code line}. */
  ObjectNode into(ObjectNode line) {
    line.put("outcome", outcome.json());
    line.set("missedEvent", missedEvent().orElse(null));
    line.put("reason", reason.isEmpty() ? null : reason);
    line.set("because", Json.strings(missed().map(CoverageAnswer::because).orElse(List.of())));
    line.set("facts", Json.strings(facts()));
    line.set("assumptions", Json.strings(assumptions()));
    if (outcome == Outcome.DEFECT) {
      line.put("error", reason);
    }
    return line;
  }

  private Optional<Coverage.Missed> missed() {
    return coverage.filter(Coverage.Missed.class::isInstance).map(Coverage.Missed.class::cast);
  }

  private Optional<Coverage.Covered> covered() {
    return coverage.filter(Coverage.Covered.class::isInstance).map(Coverage.Covered.class::cast);
  }

  private static Outcome outcome(Coverage coverage) {
    if (coverage instanceof Coverage.Covered || coverage instanceof Coverage.Vacuous) {
      return Outcome.COVERED;
    }
    return coverage instanceof Coverage.Missed ? Outcome.MISSED : Outcome.UNDECIDED;
  }

  private static String reason(Coverage coverage) {
    if (coverage instanceof Coverage.Missed missed) {
      return String.join("; ", because(missed));
    }
    if (coverage instanceof Coverage.Vacuous nothing) {
      return nothing.reason();
    }
    return coverage instanceof Coverage.Undecided undecided ? undecided.reason() : "";
  }

  private static List<String> because(Coverage.Missed missed) {
    return missed.because().stream().map(CoverageAnswer::said).toList();
  }

  /** Of a pattern that is not read as it looks, how it is read; else the clause that excludes. */
  private static String said(Exclusion exclusion) {
    return FilterPattern.parse(exclusion.test()) instanceof FilterPattern pattern
        ? Misread.of(pattern)
            .map(misread -> "the pattern " + misread.reason())
            .orElseGet(exclusion::inWords)
        : exclusion.inWords();
  }
}
