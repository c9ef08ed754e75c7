package dev.tocsin.chain.judge;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.chain.eventbridge.RuleTest;
import dev.tocsin.chain.model.EventRule;
import dev.tocsin.chain.model.MetricFilter;
import dev.tocsin.chain.model.Snapshot;
import dev.tocsin.chain.verdict.ComplianceType;
import dev.tocsin.chain.verdict.Evidence;
import dev.tocsin.chain.verdict.Finding;
import dev.tocsin.chain.verdict.Link;
import dev.tocsin.chain.verdict.Verdict;
import dev.tocsin.filterpattern.Coverage;
import dev.tocsin.filterpattern.FilterPattern;
import dev.tocsin.filterpattern.explain.Explainer;
import dev.tocsin.filterpattern.explain.Explanation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Says why no chain covers a control: the broken links of the best chain, in the order a person
 * repairs them. The best chain is the one that sees most of what is required and, of those, the one
 * with the fewest broken links; filters that are not meant for it are left out.
 */
final class Diagnosis {
  private static final int LONGEST_CLAUSE = 120;

  private final Snapshot snapshot;
  private final Fit fit;
  private final Explainer explainer;
  private final Relevance relevance;

  Diagnosis(Snapshot snapshot, Fit fit, Explainer explainer) {
    this.snapshot = snapshot;
    this.fit = fit;
    this.explainer = explainer;
    this.relevance = new Relevance(fit.requirement().required());
  }

  /** A candidate that sees some of what is required, and how much. */
  private record Weighed(Placed placed, int weight) {}

  /**
   * The verdict.
   *
   * @param trails at least one
   * @param holding the coverage of the candidates that hold
   */
  Verdict of(List<TrailPath> trails, List<Placed> placed, Coverage holding) {
    List<Weighed> relevant =
        placed.stream()
            .filter(one -> one.candidate().test().isPresent())
            .map(one -> new Weighed(one, fit.weight(one.candidate().test().orElseThrow())))
            .filter(this::isRelevant)
            .sorted(
                Comparator.comparingInt(Weighed::weight)
                    .reversed()
                    .thenComparing(one -> faults(one.placed()))
                    .thenComparing(one -> one.placed().candidate().subject()))
            .toList();
    TrailPath trail = relevant.isEmpty() ? closest(trails) : relevant.get(0).placed().trail();
    List<Placed> behind =
        relevant.stream().map(Weighed::placed).filter(one -> one.trail().equals(trail)).toList();
    Optional<ObjectNode> unseen =
        holding instanceof Coverage.Missed missed ? Optional.of(missed.event()) : Optional.empty();
    if (behind.isEmpty()) {
      return verdict(trail, List.of(nothingLooks(trail, placed)), List.of(), unseen);
    }
    Choice.Outcome all = new Choice(fit).among(behind);
    if (all.coverage() instanceof Coverage.Covered) {
      List<Finding> findings = new ArrayList<>();
      all.chosen().forEach(one -> findings.addAll(one.candidate().findings()));
      return verdict(trail, findings, all.chosen(), unseen);
    }
    Placed best = behind.get(0);
    List<Finding> findings = new ArrayList<>();
    findings.add(shortfall(best, behind, all.coverage()));
    findings.addAll(best.candidate().findings());
    return verdict(
        trail,
        findings,
        List.of(best),
        all.coverage() instanceof Coverage.Missed missed ? Optional.of(missed.event()) : unseen);
  }

  private boolean isRelevant(Weighed one) {
    return one.weight() == Integer.MAX_VALUE
        || (one.weight() > 0 && relevance.of(one.placed().candidate().test().orElseThrow()));
  }

  private static int faults(Placed placed) {
    return placed.trail().findings().size() + placed.candidate().findings().size();
  }

  private static TrailPath closest(List<TrailPath> trails) {
    return trails.stream()
        .min(
            Comparator.comparing((TrailPath trail) -> trail.group().isEmpty())
                .thenComparing(trail -> trail.findings().size())
                .thenComparing(trail -> trail.trail().name()))
        .orElseThrow();
  }

  private Verdict verdict(
      TrailPath trail,
      List<Finding> findings,
      List<Placed> chosen,
      Optional<ObjectNode> missedEvent) {
    Set<Finding> all = new LinkedHashSet<>(trail.findings());
    // Without a log group there is nothing yet that a filter could be repaired on.
    if (trail.group().isPresent() || !chosen.isEmpty()) {
      all.addAll(findings);
    }
    List<Finding> ordered = all.stream().sorted(Comparator.comparing(Finding::link)).toList();
    Set<Evidence> chain = new LinkedHashSet<>(trail.evidence());
    Set<String> broken = new LinkedHashSet<>();
    ordered.forEach(finding -> broken.add(finding.subject()));
    chosen.forEach(
        one ->
            one.candidate().evidence().stream()
                .filter(link -> !broken.contains(link.subject()))
                .forEach(chain::add));
    return new Verdict(
        fit.requirement().name(),
        ComplianceType.NON_COMPLIANT,
        ordered,
        List.copyOf(chain),
        missedEvent,
        ChainJudge.exemption(fit.requirement()));
  }

  private Finding shortfall(Placed best, List<Placed> behind, Coverage coverage) {
    Candidate candidate = best.candidate();
    if (coverage instanceof Coverage.Undecided undecided) {
      return Problem.cannotShow(
              "it sees every required event: " + undecided.reason(), "use the published pattern")
          .on(candidate.link(), candidate.subject());
    }
    Coverage.Missed missed = (Coverage.Missed) coverage;
    Optional<Finding> kept =
        Stream.concat(behind.stream().filter(one -> isWhere(missed.event(), one)), Stream.of(best))
            .flatMap(one -> keptFrom(missed.event(), one).stream())
            .findFirst();
    if (kept.isPresent()) {
      return kept.orElseThrow();
    }
    Explanation explanation =
        explainer.explain(fit.requirement(), List.of(candidate.test().orElseThrow()));
    String events =
        behind.size() > 1 || !Events.areNames(explanation.misses())
            ? Events.inWords(missed.event())
            : Events.names(explanation.misses());
    String fix =
        explanation
            .corrected()
            .filter(pattern -> candidate.link() != Link.EVENT_RULE)
            .map(pattern -> "set its pattern to `" + pattern + "`")
            .orElse("add the event to its pattern, or use the published pattern");
    return new Finding(
        candidate.link(),
        candidate.subject(),
        "misses " + events + because(missed, behind.indexOf(best)),
        fix);
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
        .filter(clause -> clause.length() <= LONGEST_CLAUSE && !clause.startsWith("none of "))
        .map(clause -> " (" + clause + ")")
        .orElse("");
  }

  /** No test behind the trail sees any required event: why, as far as the account tells. */
  private Finding nothingLooks(TrailPath trail, List<Placed> placed) {
    Optional<Candidate> notUnderstood =
        placed.stream()
            .filter(one -> one.trail().equals(trail))
            .map(Placed::candidate)
            .filter(one -> one.test().isEmpty() && looksAlike(one, trail))
            .min(Comparator.comparing(Candidate::subject));
    if (notUnderstood.isPresent()) {
      return notUnderstood.get().findings().get(0);
    }
    String group = trail.group().map(TrailPath.Group::name).orElse("");
    String region = trail.group().map(TrailPath.Group::region).orElse("");
    return misplaced(group, region)
        .orElseGet(
            () ->
                new Finding(
                    Link.METRIC_FILTER,
                    group.isEmpty() ? trail.trail().name() : group,
                    "no metric filter on this log group watches for these events",
                    "create one with the published pattern, with an alarm and a topic"));
  }

  /** True iff the candidate's own text names a required event. */
  private boolean looksAlike(Candidate candidate, TrailPath trail) {
    Stream<String> texts =
        candidate.link() == Link.EVENT_RULE
            ? snapshot.in(candidate.region()).stream()
                .flatMap(region -> region.rules().stream())
                .filter(rule -> rule.name().equals(candidate.subject()))
                .map(EventRule::eventPattern)
            : trail.group().stream()
                .flatMap(group -> group.monitoring().metricFilters().stream())
                .filter(filter -> filter.filterName().equals(candidate.subject()))
                .map(MetricFilter::filterPattern);
    return texts.anyMatch(text -> fit.names().stream().anyMatch(text::contains));
  }

  /** A filter that would do, were it on the trail's log group. */
  private Optional<Finding> misplaced(String group, String region) {
    return snapshot.regions().entrySet().stream()
        .sorted(java.util.Map.Entry.comparingByKey())
        .flatMap(
            entry ->
                entry.getValue().metricFilters().stream()
                    .filter(
                        filter ->
                            !filter.logGroupName().equals(group) || !entry.getKey().equals(region))
                    .filter(this::matchesSome)
                    .sorted(Comparator.comparing(MetricFilter::filterName))
                    .map(filter -> misplaced(filter, entry.getKey(), group, region)))
        .findFirst();
  }

  private boolean matchesSome(MetricFilter filter) {
    return FilterPattern.parse(filter.filterPattern()) instanceof FilterPattern pattern
        && relevance.of(pattern)
        && fit.weight(pattern) > 0;
  }

  private static Finding misplaced(
      MetricFilter filter, String filterRegion, String group, String region) {
    return new Finding(
        Link.METRIC_FILTER,
        filter.filterName(),
        "is on log group `"
            + filter.logGroupName()
            + "` in "
            + filterRegion
            + ", where the trail does not deliver",
        "create it on log group `" + group + "` in " + region);
  }
}
