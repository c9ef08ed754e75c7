package dev.tocsin.chain.judge;

import dev.tocsin.chain.eventbridge.MendedRule;
import dev.tocsin.chain.eventbridge.RuleCorrection;
import dev.tocsin.chain.eventbridge.RuleTest;
import dev.tocsin.chain.judge.fit.EverydayEvents;
import dev.tocsin.chain.judge.fit.Fit;
import dev.tocsin.chain.verdict.Finding;
import dev.tocsin.filterpattern.Coverage;
import dev.tocsin.filterpattern.EventTest;
import dev.tocsin.filterpattern.FilterPattern;
import dev.tocsin.filterpattern.Requirement;
import dev.tocsin.filterpattern.decide.Answer;
import dev.tocsin.filterpattern.decide.CoverageDecider;
import dev.tocsin.filterpattern.eventbridge.EventPattern;
import dev.tocsin.filterpattern.explain.Correction;
import dev.tocsin.filterpattern.explain.Explainer;
import dev.tocsin.filterpattern.explain.Explanation;
import dev.tocsin.filterpattern.explain.Missing;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Explains what is missed with a correction that the whole account can bear: a pattern is replaced
 * iff no other control is seen less well by it than before, and the new one does not ring every
 * day. Otherwise the correction is a filter of its own.
 *
 * <p>Cost: for a correction that replaces a pattern, up to four decisions for each other control of
 * which the pattern sees a sample.
 */
final class Advice {
  /** After so many patterns that serve other controls, none is replaced. */
  private static final int MOST_TRIED = 3;

  private final CoverageDecider decider;
  private final Fit fit;
  private final Supplier<List<Requirement>> others;

  /**
   * For one control.
   *
   * @param others what other controls ask for, asked for once a pattern is about to be replaced
   */
  Advice(Fit fit, Supplier<List<Requirement>> others) {
    this.decider = fit.fixing();
    this.fit = fit;
    this.others = others;
  }

  /**
   * What is seen and missed, by position.
   *
   * @param behind those that could be corrected
   * @param placed all that is deployed
   */
  Explanation explain(List<Placed> behind, List<Placed> placed) {
    List<EventTest> tests = Choice.tests(behind);
    Function<Set<Integer>, Explanation> explained =
        new Explainer(decider).explaining(fit.requirement(), tests);
    Set<Integer> kept =
        IntStream.range(0, behind.size())
            .filter(position -> behind.get(position).candidate().narrowed().isPresent())
            .boxed()
            .collect(Collectors.toCollection(HashSet::new));
    int narrowed = kept.size();
    while (true) {
      Explanation explanation = explained.apply(kept);
      Optional<Integer> harmed = harmed(explanation, behind, placed);
      if (harmed.isEmpty()) {
        return explanation;
      }
      kept.add(harmed.get());
      if (kept.size() - narrowed == MOST_TRIED) {
        kept = IntStream.range(0, tests.size()).boxed().collect(Collectors.toSet());
      }
    }
  }

  /** Whether nothing else is missed where these events need not be seen. */
  boolean isEnough(FilterPattern exemption, List<Placed> behind) {
    Requirement requirement = fit.requirement();
    List<FilterPattern> exempt = new ArrayList<>(requirement.exempt());
    exempt.add(exemption);
    return decider.covers(requirement.exempting(exempt), Choice.tests(behind)) == Answer.COVERED;
  }

  /** The position of a pattern whose correction does harm. */
  private Optional<Integer> harmed(
      Explanation explanation, List<Placed> behind, List<Placed> placed) {
    Optional<Correction> correction =
        explanation.correction().filter(one -> one.replaces().isPresent());
    if (correction.isEmpty()
        || !(FilterPattern.parse(correction.get().pattern()) instanceof FilterPattern next)) {
      return Optional.empty();
    }
    int position = correction.get().replaces().getAsInt();
    boolean rings = EverydayEvents.matchedBy(next, fit.requirement().required()).isPresent();
    return rings || isMissedElsewhere(behind.get(position), next, placed)
        ? Optional.of(position)
        : Optional.empty();
  }

  /** What none of them sees, grouped by reason. */
  List<Missing> missing(List<EventTest> tests) {
    return new Explainer(decider).missing(fit.requirement(), tests);
  }

  /**
   * A rule's pattern edited so that with what else is there nothing is missed: where it is and in
   * its state, or else in every Region, or else in the state in which it gets calls that read too;
   * empty iff no edit will do, or each leaves another control worse.
   *
   * @param others what else is there for the control
   */
  Optional<MendedRule> mended(
      Placed replaced, RuleTest rule, List<EventTest> others, List<Placed> placed) {
    if (!(rule.pattern() instanceof EventPattern deployed)) {
      return Optional.empty();
    }
    List<EventTest> everywhere =
        others.stream()
            .map(other -> other instanceof RuleTest one ? one.everywhere() : other)
            .toList();
    return Stream.of(
            new RuleCorrection(decider, fit.requirement(), rule::with, others),
            new RuleCorrection(decider, fit.requirement(), rule.everywhere()::with, everywhere),
            new RuleCorrection(
                decider, fit.requirement(), rule.everywhereWithReads()::with, everywhere))
        .flatMap(correction -> correction.of(deployed).stream())
        .filter(next -> !isMissedElsewhere(replaced, rule.with(next), placed))
        .findFirst()
        .map(next -> new MendedRule(next, left(rule.with(next), others)));
  }

  /** What is to be done besides, where the rule is in the wrong state or Region. */
  private Optional<String> left(RuleTest mended, List<EventTest> others) {
    List<EventTest> then = new ArrayList<>(others);
    then.add(mended);
    return decider.decideOnly(fit.requirement(), then) instanceof Coverage.Missed missed
        ? mended.keptFrom(missed.event()).map(Finding::fix)
        : Optional.empty();
  }

  private boolean isMissedElsewhere(Placed replaced, EventTest next, List<Placed> placed) {
    EventTest old = replaced.candidate().test().orElseThrow();
    List<Placed> telling = placed.stream().filter(Placed::holds).toList();
    List<EventTest> holding = Choice.tests(telling);
    List<EventTest> then =
        telling.stream()
            .map(one -> isSame(one, replaced) ? next : one.candidate().test().orElseThrow())
            .toList();
    return others.get().stream()
        .filter(other -> !other.name().equals(fit.requirement().name()))
        .filter(other -> other.samples().stream().anyMatch(old::matches))
        .anyMatch(
            other ->
                isLost(other, List.of(old), List.of(next))
                    || (replaced.holds() && isLost(other, holding, then)));
  }

  private static boolean isSame(Placed one, Placed other) {
    return one.candidate().link() == other.candidate().link()
        && one.candidate().region().equals(other.candidate().region())
        && one.candidate().subject().equals(other.candidate().subject());
  }

  private boolean isLost(Requirement other, List<EventTest> before, List<EventTest> after) {
    // What is seen before is asked again for each control that would change it.
    return decider.covers(other, before, fit.deployed().answers()) != Answer.MISSED
        && decider.covers(other, after) != Answer.COVERED;
  }
}
