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
import dev.tocsin.filterpattern.explain.Correction;
import dev.tocsin.filterpattern.explain.Explainer;
import dev.tocsin.filterpattern.explain.Explanation;
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
  private static final String EVENT_NAME = "`$.eventName =";

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
        .or(() -> narrowed(missed.event(), behind))
        .orElseGet(
            () ->
                best.candidate().link() == Link.EVENT_RULE
                    ? missedByRule(best, behind, placed, missed)
                    : missedBy(onceEach(behind), placed, missed));
  }

  /** On the rule nearest to what is missed. */
  private Finding missedByRule(
      Placed best, List<Placed> behind, List<Placed> placed, Coverage.Missed missed) {
    List<Placed> rules =
        behind.stream().filter(one -> one.candidate().link() == Link.EVENT_RULE).toList();
    Placed nearest = rules.get(Math.max(0, Explainer.nearest(Choice.tests(rules), missed.event())));
    RuleShortfall shortfall = new RuleShortfall(advice, placed);
    return shortfall
        .of(nearest, behind, missed.event())
        .or(() -> shortfall.of(best, behind, missed.event()))
        .orElseGet(() -> missedBy(onceEach(behind), placed, missed));
  }

  /** Which alarm reads less than its filter matches. */
  private static Optional<Finding> narrowed(ObjectNode event, List<Placed> behind) {
    return behind.stream()
        .flatMap(one -> one.candidate().narrowed().stream())
        .flatMap(narrowed -> narrowed.keptFrom(event).stream())
        .findFirst();
  }

  /** On the candidate nearest to what is missed; the fix lists only what no other one sees. */
  private Finding missedBy(List<Placed> behind, List<Placed> placed, Coverage.Missed missed) {
    Explanation explanation = advice.explain(behind, placed);
    int nearest = Math.max(0, Explainer.nearest(Choice.tests(behind), missed.event()));
    int index =
        explanation.shared().isPresent()
            ? nearest
            : explanation
                .correction()
                .map(Correction::replaces)
                .orElse(OptionalInt.empty())
                .orElse(nearest);
    Candidate candidate = behind.get(index).candidate();
    boolean areNames = Events.areNames(explanation.misses());
    String events = areNames ? Events.names(explanation.misses()) : Events.inWords(missed.event());
    String because = because(explanation.misread().get(index), candidate, missed.event(), areNames);
    return Fault.of(
            "misses " + events + because, new Mending(advice, behind).of(explanation, candidate))
        .on(candidate.link(), candidate.subject());
  }

  /** A filter that several alarms read is one filter: none of its ways outlives a new pattern. */
  private static List<Placed> onceEach(List<Placed> behind) {
    Map<String, Placed> once = new LinkedHashMap<>();
    behind.forEach(
        one ->
            once.putIfAbsent(
                one.candidate().link()
                    + one.candidate().region()
                    + one.candidate().subject()
                    + one.candidate().narrowed(),
                one));
    return List.copyOf(once.values());
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

  /**
   * The clause that excluded the event, where there is one and it is short enough to help.
   *
   * @param areNames whether the events are told by name, so that a clause which names others says
   *     nothing new
   */
  private static String because(
      Optional<Misread> misread, Candidate candidate, ObjectNode event, boolean areNames) {
    if (misread.isPresent()) {
      return " (its pattern " + misread.get().reason() + ")";
    }
    return Optional.of(candidate.test().orElseThrow().exclusion(event))
        .filter(Exclusion::specific)
        .filter(one -> !areNames || !one.clause().startsWith(EVENT_NAME))
        .map(Exclusion::inWords)
        .filter(clause -> clause.length() <= LONGEST_CLAUSE)
        .map(" (%s)"::formatted)
        .orElse("");
  }
}
