/**
 * From an action to a person: does the topic exist, may the sender publish, does somebody get it.
 *
 * <p>What goes in: the ARN of an action and the snapshot. What comes out: a {@link
 * dev.tocsin.chain.verdict.Reach}.
 *
 * <p>Must not import: alarm, eventbridge, judge, language, remedy, trail, wording.
 */
package dev.tocsin.chain.delivery;
