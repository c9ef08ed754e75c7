/**
 * Which events a trail records.
 *
 * <p>What goes in: a trail with its event selectors. What comes out: the recorded management events
 * as a filter pattern, for the judges of chains and of EventBridge rules alike.
 *
 * <p>Must not import: alarm, delivery, eventbridge, judge, language, policy, remedy, verdict,
 * wording.
 */
package dev.tocsin.chain.trail;
