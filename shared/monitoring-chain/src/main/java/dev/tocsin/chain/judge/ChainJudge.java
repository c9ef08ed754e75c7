package dev.tocsin.chain.judge;

import dev.tocsin.chain.delivery.ActionJudge;
import dev.tocsin.chain.delivery.Actions;
import dev.tocsin.chain.delivery.KnownActions;
import dev.tocsin.chain.eventbridge.EventRules;
import dev.tocsin.chain.eventbridge.FindingRules;
import dev.tocsin.chain.eventbridge.RuleJudge;
import dev.tocsin.chain.judge.fit.Deployed;
import dev.tocsin.chain.judge.fit.EnabledRegions;
import dev.tocsin.chain.judge.fit.Fit;
import dev.tocsin.chain.judge.link.GroupCandidates;
import dev.tocsin.chain.judge.link.TrailJudge;
import dev.tocsin.chain.judge.link.TrailPath;
import dev.tocsin.chain.judge.link.Trails;
import dev.tocsin.chain.model.Snapshot;
import dev.tocsin.chain.model.Trail;
import dev.tocsin.chain.verdict.ComplianceType;
import dev.tocsin.chain.verdict.Evidence;
import dev.tocsin.chain.verdict.Fault;
import dev.tocsin.chain.verdict.Finding;
import dev.tocsin.chain.verdict.JudgeOptions;
import dev.tocsin.chain.verdict.Link;
import dev.tocsin.chain.verdict.Verdict;
import dev.tocsin.chain.verdict.Watcher;
import dev.tocsin.filterpattern.Coverage;
import dev.tocsin.filterpattern.FilterPattern;
import dev.tocsin.filterpattern.Requirement;
import dev.tocsin.filterpattern.decide.CoverageDecider;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Decides for one control whether an event it is about would reach a person. Safe to share between
 * threads; what the filters of the snapshot judged last say is kept for its next control.
 */
public final class ChainJudge {
  private final CoverageDecider decider;
  private final ActionJudge actions;
  private final RuleJudge rules;
  private Latest latest;

  /** The snapshot judged last, what its filters say, and where its alarms' actions lead. */
  private record Latest(Snapshot snapshot, Deployed deployed, ActionJudge actions) {}

  /** The judge as shipped. */
  public ChainJudge() {
    this(new CoverageDecider(), new Actions(), new EventRules());
  }

  ChainJudge(CoverageDecider decider, ActionJudge actions, RuleJudge rules) {
    this.decider = decider;
    this.actions = actions;
    this.rules = rules;
    this.latest = new Latest(null, new Deployed(), actions);
  }

  /**
   * The verdict on one control. {@code COMPLIANT} iff the tests that hold, behind trails that hold,
   * together see every required event. Never throws for what an account may hold: what cannot be
   * shown is {@code NON_COMPLIANT} with a finding that says so.
   */
  public Verdict judge(Snapshot snapshot, Requirement stated, JudgeOptions options) {
    return judge(snapshot, stated, List::of, options);
  }

  /**
   * The same, with fixes that leave no other control worse.
   *
   * @param others what other controls ask for; asked for only where a pattern is to be replaced
   */
  public Verdict judge(
      Snapshot snapshot,
      Requirement stated,
      Supplier<List<Requirement>> others,
      JudgeOptions options) {
    Requirement requirement = bounded(stated, snapshot, options);
    Trails trails = Trails.of(snapshot, options.watcherOf(snapshot.account()));
    List<TrailPath> paths = paths(trails, snapshot, requirement, options);
    Latest known = known(snapshot);
    Fit fit = new Fit(decider, requirement, known.deployed());
    GroupCandidates groups = new GroupCandidates(snapshot, options, known.actions(), fit);
    List<Placed> placed = placed(trails, paths, snapshot, options, groups);
    Choice.Chosen holding = new Choice(fit).among(placed.stream().filter(Placed::holds).toList());
    if (holding.coverage() instanceof Coverage.Vacuous vacuous) {
      return nothingToSee(requirement, vacuous);
    }
    if (holding.coverage() instanceof Coverage.Covered covered) {
      return compliant(fit, holding.chosen(), covered);
    }
    List<Trail> deciding = trails.deciding();
    if (!deciding.isEmpty()) {
      return new DecidedElsewhere(snapshot.account(), options.now())
          .of(requirement, deciding, holding.coverage());
    }
    if (paths.isEmpty()) {
      return noTrail(snapshot, requirement, holding.coverage());
    }
    Verdict broken =
        new Diagnosis(snapshot, groups, fit, new Advice(fit, others))
            .of(paths, placed, holding.coverage());
    Stream<String> ofFindings =
        options.acceptEventBridge() ? FindingRules.notes(snapshot).stream() : Stream.of();
    return broken.withNotes(
        Stream.concat(
                paths.stream()
                    .flatMap(path -> path.group().stream())
                    .distinct()
                    .flatMap(group -> groups.unaccepted(group).stream()),
                ofFindings)
            .toList());
  }

  /**
   * What tells a person of a record it matches: the filters, log alarms and rules from which every
   * link holds, behind trails that hold. {@code COMPLIANT} iff together they see every required
   * event.
   */
  public List<Watcher> watchers(Snapshot snapshot, Requirement stated, JudgeOptions options) {
    Requirement requirement = bounded(stated, snapshot, options);
    Trails trails = Trails.of(snapshot, options.watcherOf(snapshot.account()));
    Latest known = known(snapshot);
    return placed(
            trails,
            paths(trails, snapshot, requirement, options),
            snapshot,
            options,
            new GroupCandidates(
                snapshot,
                options,
                known.actions(),
                new Fit(decider, requirement, known.deployed())))
        .stream()
        .filter(Placed::holds)
        .map(Placed::candidate)
        .map(
            candidate ->
                new Watcher(
                    candidate.link(),
                    candidate.subject(),
                    candidate.region(),
                    candidate.test().orElseThrow()))
        .distinct()
        .toList();
  }

  /** Where it is another snapshot than the last one's, nothing is known of it yet. */
  @SuppressWarnings("ReferenceEquality") // An equal snapshot would do too, but costs a comparison.
  private synchronized Latest known(Snapshot snapshot) {
    if (latest.snapshot() != snapshot) {
      latest = new Latest(snapshot, new Deployed(), new KnownActions(actions));
    }
    return latest;
  }

  private static Requirement bounded(Requirement stated, Snapshot snapshot, JudgeOptions options) {
    return options.acceptEventBridge() ? EnabledRegions.bound(stated, snapshot) : stated;
  }

  private List<TrailPath> paths(
      Trails trails, Snapshot snapshot, Requirement requirement, JudgeOptions options) {
    return trails.here().stream()
        .map(trail -> new TrailJudge(decider).judge(trail, snapshot, requirement, options))
        .toList();
  }

  private List<Placed> placed(
      Trails trails,
      List<TrailPath> paths,
      Snapshot snapshot,
      JudgeOptions options,
      GroupCandidates groups) {
    return new Candidates(snapshot, trails, options, groups, rules).behind(paths);
  }

  private static Verdict compliant(Fit fit, List<Placed> chosen, Coverage.Covered covered) {
    Set<Evidence> chain = new LinkedHashSet<>();
    Set<String> notes = new LinkedHashSet<>();
    for (Placed placed : chosen) {
      chain.addAll(placed.trail().evidence());
      chain.addAll(placed.candidate().evidence());
      notes.addAll(placed.candidate().notes());
      if (placed.candidate().test().orElseThrow() instanceof FilterPattern pattern) {
        fit.breadth(pattern)
            .ifPresent(
                event ->
                    notes.add(
                        "`%s` also matches other events, such as %s"
                            .formatted(placed.candidate().subject(), event)));
      }
    }
    notes.addAll(covered.assumptions());
    return new Verdict(
        fit.requirement().name(),
        ComplianceType.COMPLIANT,
        List.of(),
        List.copyOf(chain),
        Optional.empty(),
        List.copyOf(notes));
  }

  /** Nothing can be shown to be seen, and a mistake must not pass for a chain that holds. */
  private static Verdict nothingToSee(Requirement requirement, Coverage.Vacuous vacuous) {
    Finding finding =
        Fault.cannotShow(
                "anything is seen: " + vacuous.reason(),
                "narrow the exemption until it leaves events to see")
            .on(Link.METRIC_FILTER, requirement.name());
    return new Verdict(
        requirement.name(),
        ComplianceType.NON_COMPLIANT,
        List.of(finding),
        List.of(),
        Optional.empty(),
        List.of());
  }

  private static Verdict noTrail(
      Snapshot snapshot, Requirement requirement, Coverage withoutTests) {
    Finding finding =
        Fault.of(
                "the account has no trail, so no event arrives where a filter sees it; what CloudTrail Lake or the event history holds raises no alarm",
                "create a multi-Region trail that sends all management events to CloudWatch Logs")
            .on(Link.TRAIL, snapshot.account());
    return new Verdict(
        requirement.name(),
        ComplianceType.NON_COMPLIANT,
        List.of(finding),
        List.of(),
        withoutTests instanceof Coverage.Missed missed
            ? Optional.of(missed.event())
            : Optional.empty(),
        List.of());
  }
}
