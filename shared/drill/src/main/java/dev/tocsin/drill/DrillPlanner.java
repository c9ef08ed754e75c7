package dev.tocsin.drill;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.catalog.Control;
import dev.tocsin.chain.alarm.MetricId;
import dev.tocsin.chain.model.LogAlarm;
import dev.tocsin.chain.model.MetricFilter;
import dev.tocsin.chain.model.Snapshot;
import dev.tocsin.chain.verdict.ComplianceType;
import dev.tocsin.chain.verdict.Finding;
import dev.tocsin.chain.verdict.Link;
import dev.tocsin.chain.verdict.Verdict;
import dev.tocsin.drill.DrillPlan.Way;
import dev.tocsin.evaluation.Confirmation;
import dev.tocsin.evaluation.ControlJudge;
import dev.tocsin.evaluation.RuleParameters;
import dev.tocsin.filterpattern.FilterPattern;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Says what a drill of a control would write, and what it would watch. Asks nobody. */
public final class DrillPlanner {
  private final ControlJudge judge;

  /** A planner that asks this judge. */
  public DrillPlanner(ControlJudge judge) {
    this.judge = judge;
  }

  /**
   * The plan for an account.
   *
   * @param snapshot with the account's rules, where those count
   * @param now the moment that the record is given
   */
  public DrillPlan plan(
      Control control, RuleParameters parameters, Snapshot snapshot, Instant now) {
    Verdict verdict = judge.judge(control, parameters, snapshot, Confirmation.NOT_ASKED);
    ObjectNode record = record(control, parameters, snapshot, verdict, now);
    DrillPlan onBus = new BusPlanner(snapshot, verdict).plan(control, record);
    if (control.acceptsEventRules()) {
      return onBus;
    }
    DrillPlan inGroup =
        new Planning(control, snapshot, verdict, record)
            .plan(control.required(parameters.benchmark()));
    return inGroup.way() == Way.NONE && isWatchedByRule(verdict) ? onBus : inGroup;
  }

  private static boolean isWatchedByRule(Verdict verdict) {
    return verdict.chain().stream().anyMatch(one -> one.link() == Link.EVENT_RULE)
        || verdict.findings().stream().anyMatch(one -> one.link() == Link.EVENT_RULE);
  }

  /** The event that the verdict calls missed, else the control's first example. */
  private static ObjectNode record(
      Control control, RuleParameters parameters, Snapshot snapshot, Verdict verdict, Instant now) {
    FilterPattern required = control.required(parameters.benchmark());
    ObjectNode sample =
        verdict
            .missedEvent()
            .or(
                () ->
                    control
                        .requirement(
                            parameters.benchmark(),
                            List.of(),
                            snapshot.account(),
                            snapshot.region())
                        .samples()
                        .stream()
                        .filter(required::matches)
                        .findFirst())
            .orElseGet(JsonNodeFactory.instance::objectNode);
    return MarkedRecord.of(sample, now);
  }

  /** One plan in the making. */
  private static final class Planning {
    private final Control control;
    private final Snapshot snapshot;
    private final Verdict verdict;
    private final ObjectNode record;
    private final List<Step> read = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    Planning(Control control, Snapshot snapshot, Verdict verdict, ObjectNode record) {
      this.control = control;
      this.snapshot = snapshot;
      this.verdict = verdict;
      this.record = record;
    }

    DrillPlan plan(FilterPattern required) {
      if (verdict.complianceType() == ComplianceType.NOT_APPLICABLE) {
        notes.addAll(verdict.notes());
        return none();
      }
      asJudged(Link.TRAIL);
      asJudged(Link.LOG_GROUP);
      Optional<LogPlace> place = LogPlace.of(snapshot, verdict);
      if (place.isEmpty()) {
        return none();
      }
      if (!required.matches(record)) {
        read.add(
            Step.notShown(
                Link.METRIC_FILTER,
                control.id(),
                "its events are told by the members that mark a drill's record"));
        return none();
      }
      return through(place.get());
    }

    private DrillPlan through(LogPlace place) {
      List<MetricFilter> filters =
          place.monitoring().metricFilters().stream()
              .filter(filter -> filter.logGroupName().equals(place.group()))
              .filter(filter -> Counted.by(filter, record))
              .toList();
      noteLogAlarms(place);
      Optional<String> logAlarm = filters.isEmpty() ? judgedLogAlarm(place) : Optional.empty();
      if (logAlarm.isPresent()) {
        read.add(behindLogAlarm(logAlarm.get()));
        return none();
      }
      if (filters.isEmpty()) {
        read.add(
            Step.broken(
                Link.METRIC_FILTER,
                judgedSubject(Link.METRIC_FILTER).orElse(place.group()),
                "no filter of log group `%s` matches `%s`"
                    .formatted(place.group(), record.path("eventName").asText())));
        return none();
      }
      Readers readers = new Readers(place.monitoring());
      List<MetricId> counted =
          filters.stream().flatMap(filter -> Counted.in(filter, record).stream()).toList();
      List<MetricId> metrics = counted.stream().filter(readers::isRead).distinct().toList();
      filters.stream()
          .filter(
              filter ->
                  metrics.isEmpty()
                      || Counted.in(filter, record).stream().anyMatch(metrics::contains))
          .forEach(
              filter ->
                  read.add(
                      Step.read(Link.METRIC_FILTER, filter.filterName(), "matches the record")));
      if (metrics.isEmpty()) {
        counted.stream()
            .limit(1)
            .forEach(
                metric ->
                    read.add(
                        Step.broken(
                            Link.METRIC,
                            metric.namespace() + "/" + metric.name(),
                            readers.missing(metric).stream()
                                .map("alarm `%s` reads it with other dimensions"::formatted)
                                .findFirst()
                                .orElse("no alarm in " + place.region() + " reads it"))));
        return none();
      }
      return new DrillPlan(
          snapshot.account(),
          place.region(),
          control.id(),
          Way.RECORD,
          place.group(),
          record,
          read,
          metrics,
          readers.of(metrics),
          List.of(),
          place.monitoring().topics(),
          verdict.findings(),
          notes);
    }

    /** The log alarm that the verdict rests on, or finds broken. */
    private Optional<String> judgedLogAlarm(LogPlace place) {
      return place.monitoring().logAlarms().stream()
          .map(LogAlarm::alarmName)
          .filter(
              name ->
                  Stream.concat(
                          verdict.chain().stream()
                              .filter(one -> one.link() == Link.ALARM)
                              .map(one -> one.subject()),
                          verdict.findings().stream().map(Finding::subject))
                      .anyMatch(name::equals))
          .findFirst();
    }

    private Step behindLogAlarm(String name) {
      return verdict.findings().stream()
          .findFirst()
          .map(Step::of)
          .orElseGet(
              () ->
                  Step.notShown(
                      Link.ALARM,
                      name,
                      "is a log alarm, whose query runs on a schedule and counts in no metric: not drilled"));
    }

    private void noteLogAlarms(LogPlace place) {
      place
          .monitoring()
          .logAlarms()
          .forEach(
              alarm ->
                  notes.add(
                      "log alarm `%s` queries on a schedule; a drill does not follow it"
                          .formatted(alarm.alarmName())));
    }

    private void asJudged(Link link) {
      Optional<Finding> finding =
          verdict.findings().stream().filter(one -> one.link() == link).findFirst();
      finding.map(Step::of).ifPresent(read::add);
      if (finding.isEmpty()) {
        verdict.chain().stream()
            .filter(one -> one.link() == link)
            .limit(1)
            .map(one -> Step.read(link, one.subject(), one.shows()))
            .forEach(read::add);
      }
    }

    private Optional<String> judgedSubject(Link link) {
      return verdict.findings().stream()
          .filter(one -> one.link() == link)
          .map(Finding::subject)
          .findFirst();
    }

    private DrillPlan none() {
      return new DrillPlan(
          snapshot.account(),
          snapshot.region(),
          control.id(),
          Way.NONE,
          "",
          record,
          read,
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          verdict.findings(),
          notes);
    }
  }
}
