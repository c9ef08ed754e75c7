package dev.tocsin.chain.judge;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.chain.judge.fit.Fit;
import dev.tocsin.chain.judge.fit.Relevance;
import dev.tocsin.chain.judge.link.GroupCandidates;
import dev.tocsin.chain.judge.link.TrailPath;
import dev.tocsin.chain.model.Snapshot;
import dev.tocsin.chain.verdict.ComplianceType;
import dev.tocsin.chain.verdict.Evidence;
import dev.tocsin.chain.verdict.Finding;
import dev.tocsin.chain.verdict.Link;
import dev.tocsin.chain.verdict.UnseenBy;
import dev.tocsin.chain.verdict.Verdict;
import dev.tocsin.filterpattern.Coverage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Says why no chain covers a control: the broken links of the best chain, in the order a person
 * repairs them.
 */
final class Diagnosis {
  private final Fit fit;
  private final Ranking ranking;
  private final Shortfall shortfall;
  private final Misplaced misplaced;

  Diagnosis(Snapshot snapshot, GroupCandidates groups, Fit fit, Advice advice) {
    Relevance relevance = new Relevance(fit.requirement().required());
    this.fit = fit;
    this.ranking = new Ranking(fit, relevance);
    this.shortfall = new Shortfall(advice);
    this.misplaced = new Misplaced(snapshot, groups, fit, relevance, advice);
  }

  /**
   * The verdict.
   *
   * @param trails at least one
   * @param holding the coverage of the candidates that hold
   */
  Verdict of(List<TrailPath> trails, List<Placed> placed, Coverage holding) {
    List<Placed> relevant = ranking.of(placed);
    TrailPath trail = relevant.isEmpty() ? Ranking.closest(trails) : relevant.get(0).trail();
    List<Placed> behind = relevant.stream().filter(one -> one.trail().equals(trail)).toList();
    Optional<ObjectNode> unseen =
        holding instanceof Coverage.Missed missed && !arrives(placed)
            ? Optional.of(missed.event())
            : Optional.empty();
    if (behind.isEmpty()) {
      return verdict(trail, misplaced.of(trail, placed, unseen), List.of(), behind, unseen);
    }
    Choice.Chosen all = chosen(behind, placed);
    if (all.coverage() instanceof Coverage.Covered) {
      List<Finding> findings = new ArrayList<>();
      all.chosen().forEach(one -> findings.addAll(one.candidate().findings()));
      return verdict(trail, findings, all.chosen(), behind, unseen);
    }
    Placed best = behind.get(0);
    List<Finding> findings = new ArrayList<>();
    findings.add(shortfall.of(best, behind, placed, all.coverage()));
    findings.addAll(best.candidate().findings());
    return verdict(
        trail,
        findings,
        List.of(best),
        behind,
        all.coverage() instanceof Coverage.Missed missed ? Optional.of(missed.event()) : unseen);
  }

  /**
   * Those behind which the control's events are, with what is made for something else and tells of
   * some of them, too: those are not missed. Without it, where so many cannot be decided together.
   */
  private Choice.Chosen chosen(List<Placed> behind, List<Placed> placed) {
    List<Placed> all = new ArrayList<>(behind);
    placed.stream().filter(Placed::holds).filter(one -> !all.contains(one)).forEach(all::add);
    Choice.Chosen whole = new Choice(fit).among(all);
    return whole.coverage() instanceof Coverage.Undecided && all.size() > behind.size()
        ? new Choice(fit).among(behind)
        : whole;
  }

  /** True iff every required event reaches someone, whatever else a benchmark asks of a trail. */
  private boolean arrives(List<Placed> placed) {
    List<Placed> carried =
        placed.stream()
            .filter(one -> one.trail().carries() && one.trail().group().isPresent())
            .filter(one -> one.candidate().holds())
            .toList();
    return !carried.isEmpty() && fit.covers(Choice.tests(carried));
  }

  private Verdict verdict(
      TrailPath trail,
      List<Finding> findings,
      List<Placed> chosen,
      List<Placed> behind,
      Optional<ObjectNode> missedEvent) {
    Set<Finding> all = new LinkedHashSet<>(ofTrail(trail, findings, chosen));
    boolean named = all.stream().anyMatch(finding -> finding.link() == Link.TRAIL);
    // Without a log group there is nothing yet that a filter could be repaired on.
    if (trail.group().isPresent() || !chosen.isEmpty()) {
      findings.stream().filter(finding -> !named || finding.link() != Link.TRAIL).forEach(all::add);
    }
    List<Finding> ordered = all.stream().sorted(Comparator.comparing(Finding::link)).toList();
    Set<Evidence> chain = new LinkedHashSet<>(trail.evidence());
    chosen.forEach(
        one ->
            one.candidate().evidence().stream()
                .filter(link -> ordered.stream().noneMatch(finding -> isAbout(finding, link)))
                .forEach(chain::add));
    return new Verdict(
        fit.requirement().name(),
        ComplianceType.NON_COMPLIANT,
        ordered,
        List.copyOf(chain),
        missedEvent,
        missedEvent.map(event -> unseenBy(event, behind)).orElse(List.of()),
        List.of());
  }

  /** Whether it breaks this very link: a filter and its alarm are often named alike. */
  private static boolean isAbout(Finding finding, Evidence link) {
    return finding.link() == link.link() && finding.subject().equals(link.subject());
  }

  private static List<UnseenBy> unseenBy(ObjectNode event, List<Placed> behind) {
    return behind.stream()
        .map(Placed::candidate)
        .flatMap(
            one ->
                one.test().stream()
                    .filter(test -> !test.matches(event))
                    .map(
                        test ->
                            new UnseenBy(
                                one.link(), one.subject(), one.region(), test.exclusion(event))))
        .distinct()
        .toList();
  }

  /**
   * What is wrong with the trail, as far as it concerns what was chosen: to EventBridge rules it
   * matters only whether the trail records, and that they say themselves, without naming it.
   */
  private static List<Finding> ofTrail(
      TrailPath trail, List<Finding> findings, List<Placed> chosen) {
    boolean rules =
        !chosen.isEmpty()
            && chosen.stream().allMatch(one -> one.candidate().link() == Link.EVENT_RULE);
    if (!rules) {
      return trail.findings();
    }
    return findings.stream().noneMatch(finding -> finding.link() == Link.TRAIL)
        ? List.of()
        : trail.findings().stream().filter(finding -> finding.link() == Link.TRAIL).toList();
  }
}
