/**
 * Verdicts in words: the annotation AWS Config shows, and the full text for a log or a terminal.
 *
 * <p>What goes in: a {@link dev.tocsin.chain.verdict.Verdict}. What comes out: text.
 *
 * <p>Must not import: alarm, delivery, eventbridge, judge, language, model, policy, remedy, trail.
 */
package dev.tocsin.chain.wording;
