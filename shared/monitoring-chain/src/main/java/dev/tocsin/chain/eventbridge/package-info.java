/**
 * EventBridge rules as a way from an event to a person: pattern, state, Region, targets.
 *
 * <p>What goes in: the snapshot. What comes out: a {@link dev.tocsin.chain.eventbridge.RuleChain}
 * for each rule.
 *
 * <p>Must not import: alarm, judge, language, policy, remedy, wording.
 */
package dev.tocsin.chain.eventbridge;
