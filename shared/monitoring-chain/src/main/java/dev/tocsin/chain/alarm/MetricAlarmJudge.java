package dev.tocsin.chain.alarm;

import dev.tocsin.chain.model.MetricAlarm;
import dev.tocsin.chain.model.MetricQuery;
import dev.tocsin.chain.verdict.Fault;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Decides whether a metric alarm fires for one event that is published to a metric it reads.
 *
 * <p>Source: the API reference of {@code PutMetricAlarm} and the CloudWatch user guide on alarms.
 */
public final class MetricAlarmJudge {
  private static final Set<String> BANDS =
      Set.of(
          "LessThanLowerOrGreaterThanUpperThreshold",
          "LessThanLowerThreshold",
          "GreaterThanUpperThreshold");

  private final MetricAlarm alarm;
  private final List<Input> inputs;
  private final MetricId metric;
  private final Feed feed;
  private final int events;

  private MetricAlarmJudge(MetricAlarm alarm, MetricId metric, Feed feed, int events) {
    this.alarm = alarm;
    this.inputs = Input.of(alarm);
    this.metric = metric;
    this.feed = feed;
    this.events = events;
  }

  /**
   * The answer for one event published to {@code metric}.
   *
   * @param metric one of the metrics the alarm reads
   * @param unit the unit it is published with
   * @param feed what this and the other metrics receive; knows {@code metric}
   * @param events how many matching events within one period may be needed
   */
  public static Response judge(
      MetricAlarm alarm, MetricId metric, String unit, Feed feed, int events) {
    return new MetricAlarmJudge(alarm, metric, feed, events).judge(unit);
  }

  /** True iff a query or expression of the alarm speaks of a metric of that name. */
  public static boolean mentions(MetricAlarm alarm, String metricName) {
    return queries(alarm).stream().anyMatch(text -> text.contains(metricName));
  }

  /**
   * True iff the metrics that the alarm reads are not known by name: it asks in PromQL, which finds
   * them by parts of their names too, or what AWS always prints of it is left out.
   */
  public static boolean readsUnknown(MetricAlarm alarm) {
    boolean nothing = alarm.metricName() == null && alarm.metrics().isEmpty();
    return nothing || (alarm.metricName() == null) != (alarm.namespace() == null);
  }

  /** The answer for an alarm that mentions a metric without reading it by name. */
  public static Response undecidedQuery(MetricAlarm alarm) {
    return cannotShow(
        "`" + String.join("`, `", queries(alarm)) + "` is a query that is not decided");
  }

  private static List<String> queries(MetricAlarm alarm) {
    if (alarm.evaluationCriteria() != null && alarm.evaluationCriteria().promQl() != null) {
      return List.of(String.valueOf(alarm.evaluationCriteria().promQl().query()));
    }
    return alarm.metrics().stream()
        .map(MetricQuery::expression)
        .filter(expression -> expression != null)
        .toList();
  }

  private Response judge(String unit) {
    Optional<Fault> unevaluated = Evaluated.fault(alarm);
    if (unevaluated.isPresent()) {
      return new Response.Silent(unevaluated.get());
    }
    Optional<String> contradiction = Watched.contradiction(alarm);
    if (contradiction.isPresent()) {
      return cannotShow(contradiction.get());
    }
    if (alarm.thresholdMetricId() != null
        || BANDS.contains(String.valueOf(alarm.comparisonOperator()))) {
      return Response.silent(
          "compares with an anomaly detection band, which grows used to such events",
          "use a fixed threshold of 1");
    }
    for (Input input : inputs) {
      if (input.metric().equals(metric) && input.unit().filter(u -> !u.equals(unit)).isPresent()) {
        return Response.silent(
            "reads data of unit " + input.unit().get() + ", but " + unit + " is published",
            "take the unit out of the alarm");
      }
      if (traffic(input).filter(read -> read.units().size() > 1).isPresent()) {
        return cannotShow(
            "`%s` is published in several units, `%s`, and the alarm names none of them"
                .formatted(
                    input.metric().words(), String.join("`, `", traffic(input).get().units())));
      }
      if (Statistic.named(input.statistic()).isEmpty()) {
        return cannotShow("statistic `" + input.statistic() + "` is not decided");
      }
    }
    String fewSamples = alarm.evaluateLowSampleCountPercentile();
    if (inputs.stream().anyMatch(input -> input.statistic().startsWith("p"))
        && fewSamples != null
        && !fewSamples.equals("evaluate")) {
      return fewSamples.equals("ignore")
          ? Response.silent(
              "ignores percentiles of few samples, and one event is one sample", "use Sum")
          : cannotShow("of percentiles of few samples it makes `" + fewSamples + "`");
    }
    Set<Integer> periods = inputs.stream().map(Input::period).collect(Collectors.toSet());
    alarm.metrics().stream()
        .map(MetricQuery::period)
        .filter(Objects::nonNull)
        .forEach(periods::add);
    if (periods.size() != 1) {
      return cannotShow("its metrics have different periods");
    }
    int period = periods.iterator().next();
    if (period < 60) {
      return Response.cannotShow(
          "it fires: metric filters publish once a minute, its period is " + period + " seconds",
          "set the period to 60 or more");
    }
    Response response = judgeValues(period, events);
    return response instanceof Response.Silent silent && silent.unbreached()
        ? Burst.explained(
            silent.fault(), events, period, alarm, number -> judgeValues(period, number))
        : response;
  }

  private Response judgeValues(int period, int events) {
    Map<String, Values> event = new LinkedHashMap<>();
    Map<String, Values> quiet = new LinkedHashMap<>();
    for (Input input : inputs) {
      event.put(input.id(), inEventPeriod(input, events));
      quiet.put(input.id(), inQuietPeriod(input));
    }
    Map<String, String> expressions =
        alarm.metrics().stream()
            .filter(query -> query.expression() != null)
            .collect(Collectors.toMap(MetricQuery::id, MetricQuery::expression, (a, b) -> a));
    Optional<String> watched = watched();
    Optional<MathEvaluation.Result> inEvent =
        watched.flatMap(id -> MathEvaluation.of(id, event, expressions));
    Optional<MathEvaluation.Result> inQuiet =
        watched.flatMap(id -> MathEvaluation.of(id, quiet, expressions));
    if (inEvent.isEmpty() || inQuiet.isEmpty()) {
      return cannotShow(
          "metric math `"
              + watched.map(id -> expressions.getOrDefault(id, id)).orElse("")
              + "` is not decided");
    }
    Firing.Settings settings =
        new Firing.Settings(
            Threshold.of(alarm.comparisonOperator(), alarm.threshold()),
            alarm.treatMissingData(),
            alarm.evaluationPeriods(),
            alarm.datapointsToAlarm(),
            period);
    Response response = Firing.of(settings, events, inEvent.get().values(), inQuiet.get().values());
    return response instanceof Response.Fires
        ? inTime(response, settings, inQuiet.get())
        : response;
  }

  /** The response of an alarm that fires, if it does so although the event comes late. */
  private Response inTime(Response fires, Firing.Settings settings, MathEvaluation.Result quiet) {
    int span = settings.periods() * settings.period();
    if (quiet.fills() && (settings.periods() == 1 || span < Delay.LONGEST_SECONDS)) {
      return Response.cannotShow(
          "one event raises it: CloudTrail delivers minutes late, and by then `FILL` has made newer data points than the event's",
          "use SUM([…]) without FILL, or look at 1 of several data points over %s or more"
              .formatted(Spans.words(Delay.LONGEST_SECONDS)));
    }
    if (quiet.values().possible() && span < Delay.USUAL_SECONDS) {
      return Response.cannotShow(
          "one event raises it: it looks at the newest %d seconds, and CloudTrail delivers minutes of events together, so that newer data points hide the event's"
              .formatted(span),
          "set the period to 300 seconds or more, or take the default value out of the metric filter");
    }
    if (alarm.wallClockWindow().isPresent() && settings.period() > Firing.LONGEST_WAIT_SECONDS) {
      return Response.silent(
          "tells up to %s late: its window follows the clock and is evaluated when it ends"
              .formatted(Spans.words(settings.period())),
          "let the window slide, or set the period to an hour or less");
    }
    return fires;
  }

  private Optional<String> watched() {
    if (alarm.metrics().isEmpty()) {
      return Optional.of(Input.SINGLE);
    }
    List<String> returned =
        alarm.metrics().stream().filter(MetricQuery::returnData).map(MetricQuery::id).toList();
    return returned.size() == 1 ? Optional.of(returned.get(0)) : Optional.empty();
  }

  private Values inEventPeriod(Input input, int events) {
    Optional<Traffic> traffic = traffic(input);
    if (!input.metric().equals(metric) || traffic.isEmpty()) {
      return traffic.map(known -> any(statistic(input), known)).orElse(Values.ANYTHING);
    }
    return statistic(input).with(traffic.get().signal(), events, traffic.get().beside());
  }

  private Values inQuietPeriod(Input input) {
    Optional<Traffic> traffic = traffic(input);
    if (traffic.isEmpty()) {
      return Values.ANYTHING;
    }
    return traffic.get().background().isEmpty()
        ? Values.MISSING
        : statistic(input).of(traffic.get().background()).orMissing();
  }

  private static Values any(Statistic statistic, Traffic traffic) {
    return traffic.beside().isEmpty() ? Values.MISSING : statistic.of(traffic.beside()).orMissing();
  }

  private Optional<Traffic> traffic(Input input) {
    return input.account().isPresent()
        ? Optional.empty()
        : feed.traffic(input.metric(), input.unit());
  }

  private static Statistic statistic(Input input) {
    return Statistic.named(input.statistic()).orElseThrow();
  }

  private static Response cannotShow(String why) {
    return Response.cannotShow(
        "one event raises it: " + why, "use one metric, Sum, and a threshold of 1");
  }
}
