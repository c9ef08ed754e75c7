package dev.tocsin.chain.alarm;

/** Spans of time in messages. */
final class Spans {
  private static final int MINUTE = 60;
  private static final int HOUR = 3_600;
  private static final int DAY = 86_400;

  private Spans() {}

  /** In the largest unit of which there are at least two, for example {@code 36 hours}. */
  static String words(int seconds) {
    if (seconds >= 2 * DAY) {
      return (seconds + DAY / 2) / DAY + " days";
    }
    if (seconds >= 2 * HOUR) {
      return (seconds + HOUR / 2) / HOUR + " hours";
    }
    return (seconds + MINUTE / 2) / MINUTE + " minutes";
  }
}
