package dev.tocsin.chain.alarm;

import dev.tocsin.chain.model.LogAlarm;
import dev.tocsin.chain.model.LogAlarm.Schedule;
import dev.tocsin.chain.model.LogAlarm.ScheduledQuery;
import dev.tocsin.chain.verdict.Fault;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Decides whether a log alarm that counts matching events fires for one of them.
 *
 * <p>Source: "Log alarms" in the CloudWatch user guide: each run of the scheduled query gives one
 * value, and M of the last N decide. Only {@code count(*)} on a fixed rate is decided.
 */
public final class LogAlarmTiming {
  private static final Pattern RATE =
      Pattern.compile("rate\\(\\s*(\\d{1,6})\\s+(minute|hour|day)s?\\s*\\)");
  private static final String FIX = "put a metric filter and a metric alarm on the log group";

  private LogAlarmTiming() {}

  /** The answer for an event that the query finds. */
  public static Response judge(LogAlarm alarm, int events) {
    Optional<Fault> unevaluated = Evaluated.fault(alarm);
    if (unevaluated.isPresent()) {
      return new Response.Silent(unevaluated.get());
    }
    ScheduledQuery query = alarm.scheduledQueryConfiguration();
    String aggregation = String.valueOf(query.aggregationExpression()).replaceAll("\\s", "");
    if (!aggregation.equals("count(*)") && !aggregation.equals("count()")) {
      return cannotShow("aggregation `" + query.aggregationExpression() + "` is not decided");
    }
    Schedule schedule = query.scheduleConfiguration();
    Optional<Integer> seconds =
        Optional.ofNullable(schedule)
            .map(Schedule::scheduleExpression)
            .flatMap(LogAlarmTiming::rate);
    if (seconds.isEmpty() || schedule.startTimeOffset() == null) {
      return cannotShow("when its query runs and which time it reads is not known");
    }
    long end = Optional.ofNullable(schedule.endTimeOffset()).orElse(0L);
    if (end < 0) {
      return cannotShow("no query reads beyond its run");
    }
    if (schedule.startTimeOffset() - end < seconds.get()) {
      return Response.silent(
          "leaves time between two runs of its query unread",
          "let each run read at least the %d seconds before it"
              .formatted(seconds.get() + Delay.LONGEST_SECONDS));
    }
    if (schedule.startTimeOffset() - seconds.get() < Delay.LONGEST_SECONDS) {
      return Response.cannotShow(
          "one event raises it: CloudTrail delivers minutes late, and no run of its query reads events of %s before the last"
              .formatted(Spans.words(Delay.LONGEST_SECONDS)),
          "let each run read at least the %d seconds before it"
              .formatted(seconds.get() + Delay.LONGEST_SECONDS));
    }
    if (end + seconds.get() > Firing.LONGEST_WAIT_SECONDS) {
      return Response.silent(
          "tells up to %s late: by then a run of its query reads the event"
              .formatted(Spans.words((int) Math.min(end + seconds.get(), Integer.MAX_VALUE))),
          "let it run every few minutes, and read up to the moment of the run");
    }
    Firing.Settings settings =
        new Firing.Settings(
            Threshold.of(alarm.comparisonOperator(), alarm.threshold()),
            alarm.treatMissingData(),
            alarm.queryResultsToEvaluate(),
            alarm.queryResultsToAlarm(),
            seconds.get());
    return Firing.of(
        settings,
        events,
        Values.between(events, Double.POSITIVE_INFINITY),
        Values.of(0).orMissing());
  }

  private static Optional<Integer> rate(String expression) {
    Matcher matcher = RATE.matcher(expression.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int unit =
        switch (matcher.group(2)) {
          case "minute" -> 60;
          case "hour" -> 3_600;
          default -> 86_400;
        };
    long seconds = Long.parseLong(matcher.group(1)) * unit;
    return seconds > Integer.MAX_VALUE ? Optional.empty() : Optional.of((int) seconds);
  }

  private static Response cannotShow(String why) {
    return Response.cannotShow("one event raises it: " + why, FIX);
  }
}
