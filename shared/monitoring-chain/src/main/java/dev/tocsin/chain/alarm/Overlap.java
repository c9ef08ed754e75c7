package dev.tocsin.chain.alarm;

import dev.tocsin.chain.model.MetricAlarm;
import java.util.Optional;

/**
 * Whether two alarms that fire for the same data point of one metric are in ALARM at one moment.
 *
 * <p>They are iff both look at the metric itself in periods of the same length by sliding windows,
 * need a single data point, and look at as much time as a delivery of CloudTrail takes, and at most
 * at a day. Both then see the data point from the same moment on and change at their next
 * evaluation, which is as far away for one as for the other, and neither leaves ALARM before the
 * point leaves the shorter window. Of other pairs nothing is said: one of them may be over before
 * the other begins.
 *
 * <p>Source: CloudWatch user guide, "Evaluating an alarm": one data point of M is enough where M is
 * 1, and alarms over more than a day are evaluated once an hour.
 */
public final class Overlap {
  private static final int DAY_SECONDS = 86_400;

  private Overlap() {}

  /** True iff there is such a moment, given that each of the alarms fires for the data point. */
  public static boolean isCertain(MetricAlarm one, MetricAlarm other) {
    return isPlain(one) && isPlain(other) && one.period().equals(other.period());
  }

  private static boolean isPlain(MetricAlarm alarm) {
    if (alarm.singleMetric().isEmpty()
        || alarm.wallClockWindow().isPresent()
        || alarm.period() == null
        || alarm.evaluationPeriods() == null) {
      return false;
    }
    int needed = Optional.ofNullable(alarm.datapointsToAlarm()).orElse(alarm.evaluationPeriods());
    long span = (long) alarm.period() * alarm.evaluationPeriods();
    return needed == 1 && span >= Delay.USUAL_SECONDS && span <= DAY_SECONDS;
  }
}
