package dev.tocsin.chain.judge;

import dev.tocsin.chain.eventbridge.RuleChain;
import dev.tocsin.chain.eventbridge.RuleJudge;
import dev.tocsin.chain.judge.link.Candidate;
import dev.tocsin.chain.judge.link.GroupCandidates;
import dev.tocsin.chain.judge.link.TrailPath;
import dev.tocsin.chain.judge.link.Trails;
import dev.tocsin.chain.model.Snapshot;
import dev.tocsin.chain.model.Trail;
import dev.tocsin.chain.verdict.Evidence;
import dev.tocsin.chain.verdict.Finding;
import dev.tocsin.chain.verdict.JudgeOptions;
import dev.tocsin.chain.verdict.Link;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Places everything in an account that looks at CloudTrail events behind the trails. */
final class Candidates {
  private final Snapshot snapshot;
  private final Trails trails;
  private final JudgeOptions options;
  private final GroupCandidates groups;
  private final RuleJudge rules;

  Candidates(
      Snapshot snapshot,
      Trails trails,
      JudgeOptions options,
      GroupCandidates groups,
      RuleJudge rules) {
    this.snapshot = snapshot;
    this.trails = trails;
    this.options = options;
    this.groups = groups;
    this.rules = rules;
  }

  /** What stands behind these trails, in the order of trails and filters. */
  List<Placed> behind(List<TrailPath> paths) {
    List<Placed> placed = new ArrayList<>();
    Map<TrailPath.Group, List<Candidate>> known = new HashMap<>();
    for (TrailPath trail : paths) {
      trail
          .group()
          .ifPresent(
              group ->
                  known
                      .computeIfAbsent(group, groups::on)
                      .forEach(candidate -> placed.add(new Placed(trail, candidate))));
    }
    if (options.acceptEventBridge()) {
      recording(paths)
          .ifPresent(
              trail ->
                  rules.judge(snapshot, options).stream()
                      .map(Candidates::ofRule)
                      .forEach(rule -> placed.add(new Placed(trail, rule))));
    }
    return placed;
  }

  /**
   * The trail that rules are placed behind: one of the account's own, or else an organization trail
   * that records its events for another account. What is recorded, a rule knows by itself.
   */
  private Optional<TrailPath> recording(List<TrailPath> paths) {
    return paths.stream()
        .filter(path -> path.trail().isLogging())
        .findFirst()
        .or(() -> paths.stream().findFirst())
        .or(
            () ->
                trails.elsewhere().stream()
                    .min(Comparator.comparing((Trail trail) -> !trail.isLogging()))
                    .map(Candidates::ofAnother));
  }

  private static TrailPath ofAnother(Trail trail) {
    Evidence records =
        new Evidence(
            Link.TRAIL,
            trail.name(),
            trail.homeRegion(),
            "records this account's events for account " + trail.owner());
    return new TrailPath(trail, true, List.of(), List.of(records), Optional.empty());
  }

  private static Candidate ofRule(RuleChain rule) {
    List<Finding> findings = new ArrayList<>(rule.ownFindings());
    findings.addAll(rule.reach().findings());
    return new Candidate(
        Link.EVENT_RULE,
        rule.subject(),
        rule.region(),
        rule.test(),
        findings,
        rule.reach().evidence(),
        rule.reach().notes());
  }
}
