package dev.tocsin.chain.alarm;

import dev.tocsin.chain.model.MetricAlarm;
import dev.tocsin.chain.verdict.Fault;
import java.util.function.IntFunction;

/** How many events within one period it takes to reach an alarm's threshold, if any number does. */
final class Burst {
  /** The most that the rule's parameter {@code maxEventsToAlarm} takes. */
  private static final int MOST = 999_999;

  private Burst() {}

  /**
   * The fault of an alarm that its events do not breach, with what would.
   *
   * @param fault what was found for {@code events}
   * @param response what the alarm does for a number of events within one period
   */
  static Response explained(
      Fault fault, int events, int period, MetricAlarm alarm, IntFunction<Response> response) {
    if (response.apply(MOST) instanceof Response.Fires) {
      int needed = fewest(events, response);
      return Response.unbreached(
          new Fault(
              fault.problem()
                  + ", it takes %d within %s"
                      .formatted(needed, period < 120 ? "a minute" : Spans.words(period)),
              "%s; or accept bursts, by `maxEventsToAlarm` = `%d`".formatted(Firing.USUAL, needed),
              fault.decided()));
    }
    boolean never =
        fault.decided()
            && response.apply(MOST) instanceof Response.Silent most
            && most.unbreached()
            && most.fault().decided();
    return Response.unbreached(
        new Fault(
            never && alarm.statistic() != null
                ? fault.problem()
                    + ", and no number of events does: their `%s` stays as it is"
                        .formatted(alarm.statistic())
                : fault.problem(),
            fault.fix(),
            fault.decided()));
  }

  /** More events breach what fewer do, so that halving finds the fewest. */
  private static int fewest(int silent, IntFunction<Response> response) {
    int no = silent;
    int yes = MOST;
    while (yes - no > 1) {
      int middle = no + (yes - no) / 2;
      if (response.apply(middle) instanceof Response.Fires) {
        yes = middle;
      } else {
        no = middle;
      }
    }
    return yes;
  }
}
