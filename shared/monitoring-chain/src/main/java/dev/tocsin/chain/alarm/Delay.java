package dev.tocsin.chain.alarm;

/**
 * How late the events come. CloudTrail delivers to CloudWatch Logs within about five minutes on
 * average, not guaranteed, several minutes of events together (CloudTrail user guide, "Sending
 * events to CloudWatch Logs"); a metric filter publishes them at the time they were made. So the
 * newest minutes of a metric look quiet, and an alarm that only looks at those misses the event.
 */
final class Delay {
  /** Seconds that a delivery usually takes, and covers. */
  static final int USUAL_SECONDS = 300;

  /** Seconds after which an event is counted on to have come. */
  static final int LONGEST_SECONDS = 900;

  private Delay() {}
}
