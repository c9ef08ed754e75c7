/**
 * The judge: one class a link. What goes in: a snapshot and the events that must raise an alarm.
 * What comes out: a {@link dev.tocsin.chain.verdict.Verdict}.
 *
 * <p>Whether patterns cover the events is the engine's to decide, and where an action leads is
 * {@code dev.tocsin.chain.delivery}'s. Nothing here may import the AWS SDK, read files or the
 * clock.
 */
package dev.tocsin.chain.judge;
