package dev.tocsin.chain.judge.link;

import dev.tocsin.chain.delivery.ActionJudge;
import dev.tocsin.chain.judge.fit.Fit;
import dev.tocsin.chain.model.Snapshot;
import dev.tocsin.chain.verdict.JudgeOptions;
import dev.tocsin.chain.verdict.WatcherKind;
import dev.tocsin.filterpattern.EventTest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds everything that looks at the events of a log group: metric filters, log alarms and accepted
 * watchers.
 */
public final class GroupCandidates {
  private final Snapshot snapshot;
  private final JudgeOptions options;
  private final ActionJudge actions;
  private final Fit fit;

  /** The finder for the control that {@code fit} speaks of. */
  public GroupCandidates(Snapshot snapshot, JudgeOptions options, ActionJudge actions, Fit fit) {
    this.snapshot = snapshot;
    this.options = options;
    this.actions = actions;
    this.fit = fit;
  }

  /** What looks at the group's events, each with its ways to a person. */
  public List<Candidate> on(TrailPath.Group group) {
    EventTest required = fit.requirement().required();
    MetricTraffic traffic = new MetricTraffic(group.monitoring(), fit);
    MetricJudge metrics =
        new MetricJudge(group, watcher(), accounts(), traffic, options.maxEventsToAlarm());
    AlarmWays ways = ways(group);
    FilterJudge filters = new FilterJudge(group, metrics, ways, fit, accounts());
    List<Candidate> candidates = new ArrayList<>();
    group.monitoring().metricFilters().stream()
        .filter(filter -> filter.logGroupName().equals(group.name()))
        .map(filters::judge)
        .forEach(candidates::addAll);
    LogAlarmJudge logAlarms =
        new LogAlarmJudge(group, watcher(), ways, required, options.maxEventsToAlarm());
    group.monitoring().logAlarms().stream()
        .flatMap(alarm -> logAlarms.judge(alarm).stream())
        .forEach(candidates::add);
    if (options.acceptedWatchers().contains(WatcherKind.SUBSCRIPTION_FILTER)) {
      ForwardingJudge forwardings = new ForwardingJudge(group, watcher(), accounts());
      Forwarding.of(group.name(), group.monitoring()).stream()
          .map(forwardings::judge)
          .forEach(candidates::add);
    }
    return candidates;
  }

  /** What sends the group's events elsewhere and is left out, since it is not accepted. */
  public List<String> unaccepted(TrailPath.Group group) {
    return options.acceptedWatchers().contains(WatcherKind.SUBSCRIPTION_FILTER)
        ? List.of()
        : Forwarding.of(group.name(), group.monitoring()).stream()
            .map(
                one ->
                    "log group `%s` sends events to `%s` by subscription filter `%s`; if a person is told there, accept it by `acceptedWatchers` = `%s`"
                        .formatted(
                            group.name(),
                            one.destinationArn(),
                            one.name(),
                            WatcherKind.SUBSCRIPTION_FILTER.parameterValue()))
            .toList();
  }

  private AlarmWays ways(TrailPath.Group group) {
    Alarms alarms = new Alarms(group.monitoring(), group.region(), watcher());
    CompositeGraph graph = new CompositeGraph(group.monitoring().compositeAlarms(), alarms);
    StuckAlarms stuck = new StuckAlarms(group.monitoring(), alarms, graph, options.now());
    OwnActions ownActions =
        new OwnActions(
            snapshot,
            group.region(),
            group.monitoring(),
            actions,
            options,
            new Suppression(alarms, new StirredAlarms(group.monitoring(), graph, fit)),
            stuck,
            alarms);
    return new AlarmWays(group.region(), alarms, graph, ownActions, stuck);
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
}
