package dev.tocsin.chain.judge;

import dev.tocsin.chain.eventbridge.RuleChain;
import dev.tocsin.chain.eventbridge.RuleJudge;
import dev.tocsin.chain.judge.link.Candidate;
import dev.tocsin.chain.judge.link.GroupCandidates;
import dev.tocsin.chain.judge.link.TrailPath;
import dev.tocsin.chain.model.Snapshot;
import dev.tocsin.chain.verdict.Finding;
import dev.tocsin.chain.verdict.JudgeOptions;
import dev.tocsin.chain.verdict.Link;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Places everything in an account that looks at CloudTrail events behind the trails. */
final class Candidates {
  private final Snapshot snapshot;
  private final JudgeOptions options;
  private final GroupCandidates groups;
  private final RuleJudge rules;

  Candidates(Snapshot snapshot, JudgeOptions options, GroupCandidates groups, RuleJudge rules) {
    this.snapshot = snapshot;
    this.options = options;
    this.groups = groups;
    this.rules = rules;
  }

  /** What stands behind these trails, in the order of trails and filters. */
  List<Placed> behind(List<TrailPath> trails) {
    List<Placed> placed = new ArrayList<>();
    Map<TrailPath.Group, List<Candidate>> known = new HashMap<>();
    for (TrailPath trail : trails) {
      trail
          .group()
          .ifPresent(
              group ->
                  known
                      .computeIfAbsent(group, groups::on)
                      .forEach(candidate -> placed.add(new Placed(trail, candidate))));
    }
    if (options.acceptEventBridge() && !trails.isEmpty()) {
      TrailPath recording =
          trails.stream().filter(TrailPath::records).findFirst().orElse(trails.get(0));
      rules.judge(snapshot, options).stream()
          .map(rule -> ofRule(rule, recording.records()))
          .forEach(candidate -> placed.add(new Placed(recording, candidate)));
    }
    return placed;
  }

  private static Candidate ofRule(RuleChain rule, boolean recorded) {
    List<Finding> findings = new ArrayList<>(rule.ownFindings());
    if (!recorded) {
      // The trail that the rule is placed behind says better what is wrong with it.
      findings.removeIf(finding -> finding.link() == Link.TRAIL);
    }
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
