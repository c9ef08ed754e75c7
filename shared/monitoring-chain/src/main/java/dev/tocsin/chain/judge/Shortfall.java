package dev.tocsin.chain.judge;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.chain.eventbridge.RuleTest;
import dev.tocsin.chain.judge.fit.Events;
import dev.tocsin.chain.judge.link.Candidate;
import dev.tocsin.chain.verdict.Fault;
import dev.tocsin.chain.verdict.Finding;
import dev.tocsin.chain.verdict.Link;
import dev.tocsin.filterpattern.Coverage;
import dev.tocsin.filterpattern.Exclusion;
import dev.tocsin.filterpattern.FilterPattern;
import dev.tocsin.filterpattern.explain.Correction;
import dev.tocsin.filterpattern.explain.Deliberate;
import dev.tocsin.filterpattern.explain.Explanation;
import dev.tocsin.filterpattern.explain.Missing;
import dev.tocsin.filterpattern.parse.Misread;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** What the best of the chains leaves unseen, and why. */
final class Shortfall {
  private static final int LONGEST_CLAUSE = 120;

  private final Advice advice;

  Shortfall(Advice advice) {
    this.advice = advice;
  }

  /**
   * The finding on the best candidate, whose own text has to change.
   *
   * @param behind all candidates behind its trail that are meant for the control, itself included
   * @param placed all that is deployed
   * @param coverage what they see together: not all
   */
  Finding of(Placed best, List<Placed> behind, List<Placed> placed, Coverage coverage) {
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
        .orElseGet(() -> missedBy(onceEach(behind), placed, missed));
  }

  /** Which key of a rule's pattern keeps the event out. */
  private static Optional<Finding> excluded(ObjectNode event, Placed placed) {
    return placed.candidate().test().orElseThrow() instanceof RuleTest rule
        ? rule.excluding(event)
        : Optional.empty();
  }

  /** On the candidate nearest to what is missed; the fix lists only what no other one sees. */
  private Finding missedBy(List<Placed> behind, List<Placed> placed, Coverage.Missed missed) {
    Explanation explanation = advice.explain(behind, placed);
    int nearest =
        explanation.missing().stream()
            .map(Missing::nearest)
            .filter(position -> position >= 0)
            .findFirst()
            .orElse(0);
    Optional<Correction> correction = explanation.correction();
    int index = correction.map(Correction::replaces).orElse(OptionalInt.empty()).orElse(nearest);
    Candidate candidate = behind.get(index).candidate();
    String events =
        Events.areNames(explanation.misses())
            ? Events.names(explanation.misses())
            : Events.inWords(missed.event());
    String fix =
        correction
            .filter(one -> candidate.link() != Link.EVENT_RULE)
            .map(one -> inWords(one) + meant(one, candidate))
            .orElse("add the event to its pattern, or use the published pattern");
    return Fault.of(
            "misses "
                + events
                + because(explanation.misread().get(index), candidate, missed.event()),
            fix)
        .on(candidate.link(), candidate.subject());
  }

  /** A filter that several alarms read is one filter: none of its ways outlives a new pattern. */
  private static List<Placed> onceEach(List<Placed> behind) {
    Map<String, Placed> once = new LinkedHashMap<>();
    behind.forEach(
        one ->
            once.putIfAbsent(
                one.candidate().link() + one.candidate().region() + one.candidate().subject(),
                one));
    return List.copyOf(once.values());
  }

  private static String inWords(Correction correction) {
    return (correction.replaces().isPresent() ? "set its pattern to `" : "create a filter with `")
        + correction.pattern()
        + "`";
  }

  /** What else can be done where the correction drops an exclusion that looks deliberate. */
  private static String meant(Correction correction, Candidate candidate) {
    return candidate.test().orElseThrow() instanceof FilterPattern deployed
            && FilterPattern.parse(correction.pattern()) instanceof FilterPattern corrected
        ? Deliberate.exemption(deployed, corrected)
            .map("; or, if what it leaves out need not raise the alarm, exempt `%s`"::formatted)
            .orElse("")
        : "";
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
  private static String because(Optional<Misread> misread, Candidate candidate, ObjectNode event) {
    if (misread.isPresent()) {
      return " (its pattern " + misread.get().reason() + ")";
    }
    return Optional.of(candidate.test().orElseThrow().exclusion(event))
        .filter(Exclusion::specific)
        .map(Exclusion::inWords)
        .filter(clause -> clause.length() <= LONGEST_CLAUSE)
        .map(" (%s)"::formatted)
        .orElse("");
  }
}
