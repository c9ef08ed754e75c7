package dev.tocsin.chain.judge;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.chain.eventbridge.RuleTest;
import dev.tocsin.chain.judge.fit.Events;
import dev.tocsin.chain.judge.fit.Fit;
import dev.tocsin.chain.judge.link.Candidate;
import dev.tocsin.chain.verdict.Fault;
import dev.tocsin.chain.verdict.Finding;
import dev.tocsin.chain.verdict.Link;
import dev.tocsin.filterpattern.Coverage;
import dev.tocsin.filterpattern.Exclusion;
import dev.tocsin.filterpattern.explain.Explainer;
import dev.tocsin.filterpattern.explain.Explanation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the best of the chains leaves unseen, and why. */
final class Shortfall {
  private static final int LONGEST_CLAUSE = 120;

  private final Fit fit;
  private final Explainer explainer;

  Shortfall(Fit fit, Explainer explainer) {
    this.fit = fit;
    this.explainer = explainer;
  }

  /**
   * The finding on the best candidate, whose own text has to change.
   *
   * @param behind all candidates behind its trail, itself included
   * @param coverage what they see together: not all
   */
  Finding of(Placed best, List<Placed> behind, Coverage coverage) {
    Candidate candidate = best.candidate();
    if (coverage instanceof Coverage.Undecided undecided) {
      return Fault.cannotShow(
              "it sees every required event: " + undecided.reason(), "use the published pattern")
          .on(candidate.link(), candidate.subject());
    }
    Coverage.Missed missed = (Coverage.Missed) coverage;
    return Stream.concat(
            behind.stream().filter(one -> isWhere(missed.event(), one)), Stream.of(best))
        .flatMap(one -> keptFrom(missed.event(), one).stream())
        .findFirst()
        .or(() -> excluded(missed.event(), best))
        .orElseGet(() -> missedBy(candidate, missed, behind.size() > 1, behind.indexOf(best)));
  }

  /** Which key of a rule's pattern keeps the event out. */
  private static Optional<Finding> excluded(ObjectNode event, Placed placed) {
    Candidate candidate = placed.candidate();
    return candidate.test().orElseThrow() instanceof RuleTest rule
        ? rule.excluding(event).map(fault -> fault.on(candidate.link(), candidate.subject()))
        : Optional.empty();
  }

  private Finding missedBy(
      Candidate candidate, Coverage.Missed missed, boolean oneOfMany, int index) {
    Explanation explanation =
        explainer.explain(fit.requirement(), List.of(candidate.test().orElseThrow()));
    String events =
        oneOfMany || !Events.areNames(explanation.misses())
            ? Events.inWords(missed.event())
            : Events.names(explanation.misses());
    String fix =
        explanation
            .corrected()
            .filter(pattern -> candidate.link() != Link.EVENT_RULE)
            .map("set its pattern to `%s`"::formatted)
            .orElse("add the event to its pattern, or use the published pattern");
    return Fault.of("misses " + events + because(missed, index), fix)
        .on(candidate.link(), candidate.subject());
  }

  private static boolean isWhere(ObjectNode event, Placed placed) {
    return placed.candidate().region().equals(event.path("awsRegion").asText());
  }

  /** Why a rule whose pattern matches the event does not see it. */
  private static Optional<Finding> keptFrom(ObjectNode event, Placed placed) {
    return placed.candidate().test().orElseThrow() instanceof RuleTest rule
        ? rule.keptFrom(event)
        : Optional.empty();
  }

  /** The clause that excluded the event, where there is one and it is short enough to help. */
  private static String because(Coverage.Missed missed, int index) {
    return missed.because().stream()
        .skip(index)
        .findFirst()
        .filter(Exclusion::specific)
        .map(Exclusion::inWords)
        .filter(clause -> clause.length() <= LONGEST_CLAUSE)
        .map(" (%s)"::formatted)
        .orElse("");
  }
}
