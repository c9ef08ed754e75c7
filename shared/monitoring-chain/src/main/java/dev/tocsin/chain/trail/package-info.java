/**
 * Which events a trail records.
 *
 * <p>What goes in: a trail with its event selectors. What comes out: the recorded management events
 * as a filter pattern, for the judges of chains and of EventBridge rules alike. May import the
 * model and the engine's face, never a judge.
 */
package dev.tocsin.chain.trail;
