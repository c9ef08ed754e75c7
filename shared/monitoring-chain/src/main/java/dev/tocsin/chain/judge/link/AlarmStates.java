package dev.tocsin.chain.judge.link;

import java.util.Set;

/**
 * The states of an alarm, as the CloudWatch API reference lists them. There may be others one day,
 * and of those nobody knows whether actions are taken in them.
 */
final class AlarmStates {
  private static final String ALARM = "ALARM";
  private static final Set<String> QUIET = Set.of("OK", "INSUFFICIENT_DATA");

  private AlarmStates() {}

  static boolean isAlarm(String state) {
    return ALARM.equals(state);
  }

  /** True iff it is a known state, and another than ALARM. */
  static boolean isQuiet(String state) {
    return state != null && QUIET.contains(state);
  }

  /** True iff there is one that nobody knows. */
  static boolean isForeign(String state) {
    return state != null && !isAlarm(state) && !isQuiet(state);
  }
}
