package dev.tocsin.chain.judge;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.chain.eventbridge.RuleTest;
import dev.tocsin.chain.judge.fit.Fit;
import dev.tocsin.chain.judge.fit.Relevance;
import dev.tocsin.chain.judge.link.Candidate;
import dev.tocsin.chain.judge.link.GroupCandidates;
import dev.tocsin.chain.judge.link.TrailPath;
import dev.tocsin.chain.model.EventRule;
import dev.tocsin.chain.model.MetricFilter;
import dev.tocsin.chain.model.RegionMonitoring;
import dev.tocsin.chain.model.Snapshot;
import dev.tocsin.chain.model.SubscriptionFilter;
import dev.tocsin.chain.verdict.Fault;
import dev.tocsin.chain.verdict.Finding;
import dev.tocsin.chain.verdict.Link;
import dev.tocsin.filterpattern.EventTest;
import dev.tocsin.filterpattern.FilterPattern;
import dev.tocsin.filterpattern.syntax.Pattern;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Why nothing behind a trail sees any required event, as far as the account tells: a pattern that
 * names the events is not understood, a filter that would do is on another log group, or there is
 * none.
 */
final class Misplaced {
  private final Snapshot snapshot;
  private final GroupCandidates groups;
  private final Fit fit;
  private final Relevance relevance;
  private final Advice advice;

  Misplaced(
      Snapshot snapshot, GroupCandidates groups, Fit fit, Relevance relevance, Advice advice) {
    this.snapshot = snapshot;
    this.groups = groups;
    this.fit = fit;
    this.relevance = relevance;
    this.advice = advice;
  }

  /**
   * The findings, the reason first.
   *
   * @param unseen a required event that nothing sees, where one is known
   */
  List<Finding> of(TrailPath trail, List<Placed> placed, Optional<ObjectNode> unseen) {
    Optional<Candidate> notUnderstood =
        placed.stream()
            .filter(one -> one.trail().equals(trail))
            .map(Placed::candidate)
            .filter(one -> one.test().isEmpty() && looksAlike(one, trail))
            .min(Comparator.comparing(Candidate::subject));
    if (notUnderstood.isPresent()) {
      return notUnderstood.get().findings().subList(0, 1);
    }
    Optional<Finding> blind =
        unseen.flatMap(event -> blind(placed, event, one -> looksAlike(one.candidate(), trail)));
    if (blind.isPresent()) {
      return List.of(blind.get());
    }
    String group = trail.group().map(TrailPath.Group::name).orElse("");
    String region = trail.group().map(TrailPath.Group::region).orElse("");
    List<Finding> elsewhere = elsewhere(group, region);
    if (!elsewhere.isEmpty()) {
      return elsewhere;
    }
    MeantRules meant = new MeantRules(fit.requirement());
    return List.of(
        unseen
            .flatMap(event -> blind(placed, event, one -> meant.has(one.candidate(), event)))
            .orElseGet(
                () ->
                    Fault.of(
                            "no metric filter on this log group watches for these events",
                            "create one with the published pattern, with an alarm and a topic")
                        .on(Link.METRIC_FILTER, group.isEmpty() ? trail.trail().name() : group)));
  }

  /** The finding on the nearest of those that are meant for the event, and see nothing. */
  private Optional<Finding> blind(
      List<Placed> placed, ObjectNode event, Predicate<Placed> isMeant) {
    return placed.stream()
        .filter(one -> one.candidate().test().isPresent() && isMeant.test(one))
        .sorted(
            Comparator.comparing(
                    (Placed one) -> one.candidate().test().orElseThrow().distance(event))
                .thenComparing(one -> one.candidate().subject()))
        .flatMap(one -> blind(one, placed, event).stream())
        .findFirst();
  }

  /** Why something that is meant for required events sees none of them. */
  private Optional<Finding> blind(Placed one, List<Placed> placed, ObjectNode event) {
    Candidate candidate = one.candidate();
    EventTest test = candidate.test().orElseThrow();
    return test instanceof RuleTest rule
        ? ofRule(one, rule, placed, event)
        : ofOtherKind(test).map(fault -> fault.on(candidate.link(), candidate.subject()));
  }

  private Optional<Finding> ofRule(
      Placed one, RuleTest rule, List<Placed> placed, ObjectNode missed) {
    ObjectNode named =
        fit.requirement().samples().stream()
            .filter(sample -> rule.text().contains(sample.path("eventName").asText()))
            .findFirst()
            .orElse(missed);
    return rule.keptFrom(named)
        .or(() -> new RuleShortfall(advice, placed).of(one, List.of(), named));
  }

  private static Optional<Fault> ofOtherKind(EventTest test) {
    return test instanceof FilterPattern pattern && !(pattern.syntax() instanceof Pattern.Json)
        ? Optional.of(
            Fault.of(
                "sees none of these events, though its text names some: it is no JSON pattern, and finds its words side by side in the raw text only",
                "write it in braces, without quotes round the whole, as the published pattern is"))
        : Optional.empty();
  }

  /** True iff the candidate's own text names a required event. */
  private boolean looksAlike(Candidate candidate, TrailPath trail) {
    Stream<String> texts =
        candidate.link() == Link.EVENT_RULE
            ? snapshot.in(candidate.region()).stream()
                .flatMap(region -> region.rules().stream())
                .filter(rule -> rule.name().equals(candidate.subject()))
                .map(EventRule::eventPattern)
            : trail.group().stream().flatMap(group -> texts(candidate, group.monitoring()));
    return texts.anyMatch(text -> fit.names().stream().anyMatch(text::contains));
  }

  private static Stream<String> texts(Candidate candidate, RegionMonitoring region) {
    return candidate.link() == Link.SUBSCRIPTION_FILTER
        ? region.subscriptionFilters().stream()
            .filter(filter -> filter.filterName().equals(candidate.subject()))
            .map(SubscriptionFilter::filterPattern)
        : region.metricFilters().stream()
            .filter(filter -> filter.filterName().equals(candidate.subject()))
            .map(MetricFilter::filterPattern);
  }

  /** A filter that would do, were it on the trail's log group, and what else its chain lacks. */
  private List<Finding> elsewhere(String group, String region) {
    return snapshot.regions().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .flatMap(
            entry ->
                entry.getValue().metricFilters().stream()
                    .filter(
                        filter ->
                            !filter.logGroupName().equals(group) || !entry.getKey().equals(region))
                    .filter(this::matchesSome)
                    .sorted(Comparator.comparing(MetricFilter::filterName))
                    .map(filter -> on(filter, entry.getKey(), group, region)))
        .findFirst()
        .orElse(List.of());
  }

  private List<Finding> on(MetricFilter filter, String filterRegion, String group, String region) {
    List<Finding> findings = new ArrayList<>();
    findings.add(wrongGroup(filter, filterRegion, group, region));
    if (filterRegion.equals(region)) {
      groups
          .on(new TrailPath.Group(filter.logGroupName(), region, snapshot.in(region).orElseThrow()))
          .stream()
          .filter(one -> one.link() == Link.METRIC_FILTER)
          .filter(one -> one.subject().equals(filter.filterName()))
          .findFirst()
          .ifPresent(chain -> findings.addAll(chain.findings()));
    }
    return findings;
  }

  private boolean matchesSome(MetricFilter filter) {
    return fit.deployed().pattern(filter.filterPattern()) instanceof FilterPattern pattern
        && relevance.of(pattern)
        && fit.seesSome(pattern);
  }

  private static Finding wrongGroup(
      MetricFilter filter, String filterRegion, String group, String region) {
    return Fault.of(
            "is on log group `%s` in %s, where the trail does not deliver"
                .formatted(filter.logGroupName(), filterRegion),
            "create it on log group `%s` in %s".formatted(group, region))
        .on(Link.METRIC_FILTER, filter.filterName());
  }
}
