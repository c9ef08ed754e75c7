package dev.tocsin.backtest;

import dev.tocsin.backtest.Subject.Kind;
import dev.tocsin.backtest.tally.AlarmTiming;
import dev.tocsin.catalog.Control;
import dev.tocsin.chain.eventbridge.EventRules;
import dev.tocsin.chain.eventbridge.RuleChain;
import dev.tocsin.chain.model.MetricAlarm;
import dev.tocsin.chain.model.MetricFilter;
import dev.tocsin.chain.model.RegionMonitoring;
import dev.tocsin.chain.model.Snapshot;
import dev.tocsin.chain.verdict.JudgeOptions;
import dev.tocsin.chain.verdict.Watcher;
import dev.tocsin.evaluation.ControlJudge;
import dev.tocsin.evaluation.RuleParameters;
import dev.tocsin.filterpattern.EventTest;
import dev.tocsin.filterpattern.FilterPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** What can be backtested: controls, and what an account has deployed. */
public final class Subjects {

  private final RuleParameters parameters;
  private final ControlJudge judge = new ControlJudge();

  /** By the parameters' benchmark, and what they accept as watched. */
  public Subjects(RuleParameters parameters) {
    this.parameters = parameters;
  }

  /** The controls whose events a trail carries. The others' events are in no record. */
  public List<Subject> of(List<Control> controls, Optional<Snapshot> snapshot) {
    return controls.stream()
        .filter(Control::isSeenByTrails)
        .map(control -> of(control, snapshot))
        .toList();
  }

  private Subject of(Control control, Optional<Snapshot> snapshot) {
    return new Subject(
        Kind.CONTROL,
        control.id(),
        "",
        Optional.empty(),
        AlarmTiming.DEFAULT,
        control.required(parameters.benchmark()),
        snapshot.map(account -> watchers(control, account)));
  }

  private List<EventTest> watchers(Control control, Snapshot account) {
    return judge.watchers(control, parameters, account).stream().map(Watcher::test).toList();
  }

  /**
   * The account's metric filters whose patterns are understood, once for each alarm that reads
   * them, and its EventBridge rules that look at CloudTrail records.
   */
  public List<Subject> of(Snapshot snapshot) {
    List<Subject> subjects = new ArrayList<>();
    new TreeMap<>(snapshot.regions())
        .forEach(
            (region, monitoring) ->
                monitoring
                    .metricFilters()
                    .forEach(filter -> subjects.addAll(of(filter, region, monitoring))));
    for (RuleChain rule : new EventRules().judge(snapshot, JudgeOptions.at(snapshot.takenAt()))) {
      rule.test()
          .ifPresent(
              test ->
                  subjects.add(
                      new Subject(
                          Kind.RULE,
                          rule.subject(),
                          rule.region(),
                          Optional.empty(),
                          AlarmTiming.DEFAULT,
                          test,
                          Optional.empty())));
    }
    return subjects;
  }

  private static List<Subject> of(MetricFilter filter, String region, RegionMonitoring monitoring) {
    if (!(FilterPattern.parse(filter.filterPattern()) instanceof FilterPattern pattern)) {
      return List.of();
    }
    String place = filter.logGroupName() + " in " + region;
    List<Subject> subjects = new ArrayList<>();
    for (MetricAlarm alarm : monitoring.metricAlarms()) {
      AlarmReading.of(alarm, filter)
          .ifPresent(
              timing ->
                  subjects.add(
                      subject(filter, place, Optional.of(alarm.alarmName()), timing, pattern)));
    }
    if (subjects.isEmpty()) {
      subjects.add(subject(filter, place, Optional.empty(), AlarmTiming.DEFAULT, pattern));
    }
    return subjects;
  }

  private static Subject subject(
      MetricFilter filter,
      String place,
      Optional<String> alarm,
      AlarmTiming timing,
      FilterPattern pattern) {
    return new Subject(
        Kind.FILTER, filter.filterName(), place, alarm, timing, pattern, Optional.empty());
  }
}
