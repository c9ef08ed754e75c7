/**
 * EventBridge rules as a way from an event to a person: pattern, state, Region, targets.
 *
 * <p>What goes in: the snapshot. What comes out: a {@link dev.tocsin.chain.eventbridge.RuleChain}
 * for each rule. May import the model, the words of a verdict and the engine's face, never the
 * judge of the chain.
 */
package dev.tocsin.chain.eventbridge;
