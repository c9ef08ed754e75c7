package dev.tocsin.aws;

import java.time.Instant;

/**
 * Something that happened to an alarm, from its history.
 *
 * @param alarm its name
 * @param kind in CloudWatch's words, too: a change of state, an action …
 * @param summary in CloudWatch's words
 */
public record AlarmEvent(String alarm, Instant at, String kind, String summary) {
  private static final String DONE = "Successfully executed action ";
  private static final String FAILED = "Failed to execute action ";

  /** Whether the alarm went to ALARM. */
  public boolean isRing() {
    return kind.equals("StateUpdate") && summary.endsWith(" to ALARM");
  }

  /** Whether an action was taken, or tried. */
  public boolean isAction() {
    return kind.equals("Action");
  }

  /** Whether this action was taken. */
  public boolean did(String action) {
    return isAction() && summary.startsWith(DONE + action);
  }

  /** Whether this action was tried, and failed. */
  public boolean failed(String action) {
    return isAction() && summary.startsWith(FAILED + action);
  }

  /** What CloudWatch says of an action that failed. */
  public String error(String action) {
    return summary.replace(FAILED + action, "").replaceFirst("^\\.?\\s*(?:Received error: )?", "");
  }
}
