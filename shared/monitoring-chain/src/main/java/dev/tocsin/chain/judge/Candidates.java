package dev.tocsin.chain.judge;

import dev.tocsin.chain.delivery.ActionJudge;
import dev.tocsin.chain.eventbridge.RuleChain;
import dev.tocsin.chain.eventbridge.RuleJudge;
import dev.tocsin.chain.model.Snapshot;
import dev.tocsin.chain.verdict.Finding;
import dev.tocsin.chain.verdict.JudgeOptions;
import dev.tocsin.chain.verdict.Link;
import dev.tocsin.filterpattern.EventTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds everything in an account that looks at CloudTrail events. */
final class Candidates {
  private final Snapshot snapshot;
  private final JudgeOptions options;
  private final ActionJudge actions;
  private final EventTest required;

  Candidates(Snapshot snapshot, JudgeOptions options, ActionJudge actions, EventTest required) {
    this.snapshot = snapshot;
    this.options = options;
    this.actions = actions;
    this.required = required;
  }

  /** What stands behind these trails, in the order of trails and filters. */
  List<Placed> behind(List<TrailPath> trails, RuleJudge rules) {
    List<Placed> placed = new ArrayList<>();
    Map<TrailPath.Group, List<Candidate>> known = new HashMap<>();
    for (TrailPath trail : trails) {
      trail
          .group()
          .ifPresent(
              group ->
                  known
                      .computeIfAbsent(group, this::onGroup)
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

  private List<Candidate> onGroup(TrailPath.Group group) {
    MetricTraffic traffic = new MetricTraffic(group.monitoring(), required);
    MetricJudge metrics = new MetricJudge(group, watcher(), traffic, options.maxEventsToAlarm());
    AlarmActions alarmActions =
        new AlarmActions(snapshot, group.region(), group.monitoring(), actions, options);
    AlarmWays ways = new AlarmWays(group.monitoring(), group.region(), alarmActions);
    FilterJudge filters = new FilterJudge(group, metrics, ways, required, accounts());
    List<Candidate> candidates = new ArrayList<>();
    group.monitoring().metricFilters().stream()
        .filter(filter -> filter.logGroupName().equals(group.name()))
        .map(filters::judge)
        .forEach(candidates::addAll);
    LogAlarmJudge logAlarms = new LogAlarmJudge(group, ways, required, options.maxEventsToAlarm());
    group.monitoring().logAlarms().stream()
        .flatMap(alarm -> logAlarms.judge(alarm).stream())
        .forEach(candidates::add);
    return candidates;
  }

  private String watcher() {
    return options.watcherOf(snapshot.account());
  }

  // For a member account it is not known whether `@aws.account` is the member's or the group's.
  private Set<String> accounts() {
    Set<String> accounts = new HashSet<>(List.of(snapshot.account()));
    accounts.add(watcher());
    return accounts;
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
