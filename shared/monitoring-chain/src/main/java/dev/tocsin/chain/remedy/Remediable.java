package dev.tocsin.chain.remedy;

import dev.tocsin.chain.verdict.Verdict;
import java.util.Optional;

/**
 * A control and what was found of it.
 *
 * @param control the control's id
 * @param title one line, which becomes the alarm's description
 * @param pattern the published pattern that remediation deploys, at most 1,024 characters
 * @param eventPattern present iff the control's own form is an EventBridge rule
 * @param readOnlyEvents whether the control is about read-only calls, which only a rule in state
 *     {@code ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS} is given
 */
public record Remediable(
    String control,
    String title,
    String pattern,
    Optional<String> eventPattern,
    boolean readOnlyEvents,
    Verdict verdict) {

  /** The state an EventBridge rule for this control needs. */
  public String eventRuleState() {
    return readOnlyEvents ? "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS" : "ENABLED";
  }
}
