package dev.tocsin.chain.judge.link;

import dev.tocsin.chain.alarm.Response;
import dev.tocsin.chain.judge.fit.Fit;
import dev.tocsin.chain.judge.fit.Narrowing;
import dev.tocsin.chain.model.MetricFilter;
import dev.tocsin.chain.model.Settings;
import dev.tocsin.chain.verdict.Evidence;
import dev.tocsin.chain.verdict.Fault;
import dev.tocsin.chain.verdict.Finding;
import dev.tocsin.chain.verdict.Link;
import dev.tocsin.chain.verdict.Reach;
import dev.tocsin.filterpattern.EventTest;
import dev.tocsin.filterpattern.FilterPattern;
import dev.tocsin.filterpattern.Parsed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * From a metric filter to a person: the filter itself, its metrics, their alarms. A filter gives a
 * candidate for each alarm that reads it, and one if none does.
 */
final class FilterJudge {
  private final TrailPath.Group group;
  private final MetricJudge metrics;
  private final AlarmWays ways;
  private final Fit fit;
  private final Set<String> accounts;

  /**
   * @param accounts the accounts from which the judged events may come
   */
  FilterJudge(
      TrailPath.Group group, MetricJudge metrics, AlarmWays ways, Fit fit, Set<String> accounts) {
    this.group = group;
    this.metrics = metrics;
    this.ways = ways;
    this.fit = fit;
    this.accounts = accounts;
  }

  List<Candidate> judge(MetricFilter filter) {
    Parsed parsed = fit.deployed().pattern(filter.filterPattern());
    List<Finding> own = new ArrayList<>();
    itself(filter, parsed)
        .forEach(problem -> own.add(problem.on(Link.METRIC_FILTER, filter.filterName())));
    MetricJudge.Readers readers = metrics.judge(filter);
    if (readers.readings().isEmpty()) {
      List<Finding> findings = new ArrayList<>(own);
      findings.addAll(readers.findings());
      return List.of(
          candidate(
              filter, test(parsed, Map.of()), findings, List.of(), List.of(), Optional.empty()));
    }
    return readers.readings().stream()
        .map(
            reading ->
                through(filter, parsed, own, reading, Together.with(reading, readers.readings())))
        .sorted(Comparator.comparing(candidate -> candidate.findings().size()))
        .toList();
  }

  private Candidate through(
      MetricFilter filter,
      Parsed parsed,
      List<Finding> own,
      MetricJudge.Reading reading,
      Together together) {
    List<Finding> findings = new ArrayList<>(own);
    Optional<EventTest> test = test(parsed, reading.narrowing());
    if (test.isEmpty() && parsed instanceof FilterPattern) {
      findings.add(
          Fault.cannotShow(
                  "alarm `%s` sees the events: it reads one of many dimension values"
                      .formatted(reading.alarm().alarmName()),
                  "take the dimensions out of the filter and the alarm")
              .on(Link.METRIC, reading.metric().words()));
    }
    List<String> notes = new ArrayList<>();
    if (reading.answer() instanceof Response.Silent silent) {
      findings.add(silent.fault().on(Link.ALARM, reading.alarm().alarmName()));
    } else if (reading.answer() instanceof Response.Fires fires) {
      fires
          .notes()
          .forEach(note -> notes.add("alarm `" + reading.alarm().alarmName() + "` " + note));
    }
    Reach reach = ways.from(reading.alarm(), together);
    findings.addAll(reach.findings());
    notes.addAll(reach.notes());
    List<Evidence> evidence = new ArrayList<>();
    evidence.add(
        new Evidence(
            Link.METRIC,
            reading.metric().words(),
            group.region(),
            "is read by alarm `" + reading.alarm().alarmName() + "`"));
    evidence.addAll(reach.evidence());
    return candidate(filter, test, findings, evidence, notes, narrowed(parsed, reading));
  }

  private static Optional<Narrowed> narrowed(Parsed parsed, MetricJudge.Reading reading) {
    return parsed instanceof FilterPattern pattern && !reading.narrowing().isEmpty()
        ? Optional.of(
            new Narrowed(
                reading.alarm().alarmName(),
                reading.metric().words(),
                reading.narrowing(),
                pattern))
        : Optional.empty();
  }

  private Candidate candidate(
      MetricFilter filter,
      Optional<EventTest> test,
      List<Finding> findings,
      List<Evidence> onward,
      List<String> notes,
      Optional<Narrowed> narrowed) {
    List<Evidence> evidence = new ArrayList<>();
    evidence.add(
        new Evidence(
            Link.METRIC_FILTER,
            filter.filterName(),
            group.region(),
            "matches the events",
            Settings.of(filter)));
    evidence.addAll(onward);
    return new Candidate(
        Link.METRIC_FILTER,
        filter.filterName(),
        group.region(),
        test,
        findings,
        evidence,
        notes,
        narrowed);
  }

  private List<Fault> itself(MetricFilter filter, Parsed parsed) {
    List<Fault> problems = new ArrayList<>();
    if (parsed instanceof FilterPattern pattern) {
      fit.deployed()
          .everydayEvents(pattern, fit.requirement().required())
          .ifPresent(
              events ->
                  problems.add(
                      Fault.of(
                          "also matches everyday events such as %s, which keep its alarm in ALARM"
                              .formatted(events),
                          "narrow the pattern to the control's events")));
    }
    problems.addAll(
        Intake.faults(
            parsed, filter.applyOnTransformedLogs(), filter.fieldSelectionCriteria(), accounts));
    return problems;
  }

  private static Optional<EventTest> test(Parsed parsed, Map<String, String> narrowing) {
    if (!(parsed instanceof FilterPattern pattern)) {
      return Optional.empty();
    }
    return narrowing.isEmpty() ? Optional.of(pattern) : Narrowing.of(pattern, narrowing);
  }
}
