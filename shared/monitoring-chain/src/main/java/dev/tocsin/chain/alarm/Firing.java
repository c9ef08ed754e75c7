package dev.tocsin.chain.alarm;

import dev.tocsin.chain.alarm.MissingData.Point;
import dev.tocsin.chain.alarm.MissingData.State;
import dev.tocsin.chain.verdict.Fault;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The evaluation of one alarm over time: quiet periods, one period with the event, quiet periods.
 * The alarm fires iff it is in ALARM after the event whatever the quiet periods hold, and neither
 * before it nor for ever after it.
 */
final class Firing {
  /**
   * How long a lone data point may have to wait until CloudWatch, short of data, takes it for an
   * alarm. Longer is no alarm that tells a person in time.
   */
  static final int LONGEST_WAIT_SECONDS = 3_600;

  /**
   * The longest time over which CloudWatch evaluates an alarm, by whether its periods are short.
   */
  private static final int DAY_SECONDS = 86_400;

  private static final int WEEK_SECONDS = 604_800;
  private static final int HOUR_SECONDS = 3_600;

  static final String USUAL =
      "use Sum, GreaterThanOrEqualToThreshold 1, one evaluation period, treat missing data as notBreaching";

  private Firing() {}

  /**
   * How an alarm evaluates its data points.
   *
   * @param threshold empty iff it is not fixed
   * @param treatMissingData as the API spells it
   * @param periods evaluation periods, null iff unknown
   * @param needed datapoints to alarm, null iff all
   * @param period seconds from one data point to the next
   */
  record Settings(
      Optional<Threshold> threshold,
      String treatMissingData,
      Integer periods,
      Integer needed,
      int period) {}

  /**
   * The answer for data points that lie in {@code event} in the period of the events and in {@code
   * quiet} in all others.
   *
   * @param events how many events lie in the period
   */
  static Response of(Settings settings, int events, Values event, Values quiet) {
    Optional<Threshold> threshold = settings.threshold();
    Optional<MissingData> treatment = MissingData.named(settings.treatMissingData());
    if (threshold.isEmpty() || treatment.isEmpty() || settings.periods() == null) {
      return Response.cannotShow("it compares with a fixed threshold", USUAL);
    }
    int periods = settings.periods();
    int needed = Optional.ofNullable(settings.needed()).orElse(periods);
    if (periods < 1
        || needed < 1
        || settings.period() < 1
        || settings.period() % 60 != 0
        || needed > periods
        || (long) periods * settings.period()
            > (settings.period() < HOUR_SECONDS ? DAY_SECONDS : WEEK_SECONDS)) {
      return Response.cannotShow(
          "it is evaluated: %d of %d periods of %d seconds are no settings of an alarm"
              .formatted(needed, periods, settings.period()),
          USUAL);
    }
    if (!event.possible() || event.mayBeMissing()) {
      return Response.cannotShow(
          "one event makes a data point", "use one metric, or the SUM([…]) of several");
    }
    if (quiet.possible() && !threshold.get().neverBreachedBy(quiet)) {
      return Response.silent(
          "is in ALARM without any such event: %s holds for everyday data too"
              .formatted(threshold.get().words()),
          USUAL);
    }
    if (!threshold.get().alwaysBreachedBy(event)) {
      String words = threshold.get().words();
      boolean one = events == 1;
      return Response.unbreached(
          threshold.get().neverBreachedBy(event)
              ? Fault.of(
                  (one ? "one event does" : events + " events do") + " not breach " + words, USUAL)
              : Fault.cannotShow(
                  (one ? "one event breaches " : events + " events breach ") + words, USUAL));
    }
    return overTime(treatment.get(), periods, needed, settings.period(), quiet);
  }

  private static Response overTime(
      MissingData treatment, int periods, int needed, int period, Values quiet) {
    List<Point> fillings = new ArrayList<>();
    if (quiet.mayBeMissing()) {
      fillings.add(Point.MISSING);
    }
    if (quiet.possible()) {
      fillings.add(Point.OK);
    }
    boolean recovers = false;
    for (Point filling : fillings) {
      List<Point> before = Collections.nCopies(periods, filling);
      State rest = treatment.evaluate(before, periods, needed);
      if (rest == State.ALARM) {
        return Response.silent(
            "is in ALARM whenever there is no data, because missing data counts as breaching",
            "treat missing data as notBreaching");
      }
      recovers |= rest != State.RETAIN;
      Optional<Integer> wait = wait(treatment, periods, needed, period, filling);
      if (wait.isEmpty()) {
        return Response.silent(
            "needs %d breaching data points of %d, and one event makes one"
                .formatted(needed, periods),
            "set datapoints to alarm to 1");
      }
    }
    if (!recovers) {
      return Response.silent(
          "stays in ALARM after the first event, because missing data is ignored and nothing else is ever published",
          "treat missing data as notBreaching, or give the metric filter the default value 0");
    }
    int silent = periods * period;
    return new Response.Fires(
        silent > LONGEST_WAIT_SECONDS
            ? List.of(
                "stays in ALARM for %s after an event, and tells of no other until then"
                    .formatted(Spans.words(silent)))
            : List.of());
  }

  /** How many periods pass until the lone breaching point raises the alarm; empty iff too many. */
  private static Optional<Integer> wait(
      MissingData treatment, int periods, int needed, int period, Point filling) {
    int oldest = Math.min(periods, Math.max(1, LONGEST_WAIT_SECONDS / period));
    for (int age = 1; age <= oldest; age++) {
      List<Point> range = new ArrayList<>(Collections.nCopies(periods, filling));
      range.set(periods - age, Point.BREACHING);
      if (treatment.evaluate(range, periods, needed) == State.ALARM) {
        return Optional.of(age);
      }
    }
    return Optional.empty();
  }
}
