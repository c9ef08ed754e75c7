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
 */
public record Remediable(
    String control, String title, String pattern, Optional<String> eventPattern, Verdict verdict) {}
