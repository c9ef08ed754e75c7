/**
 * How tests of events and a control's events lie to each other, asked of the engine: what is
 * covered, how much is seen, what everyday traffic matches, which filters are about the control.
 *
 * <p>What goes in: the control's {@link dev.tocsin.filterpattern.Requirement} and tests. What comes
 * out: coverage, weights, words.
 *
 * <p>Must not import: alarm, delivery, eventbridge, judge.link, language, policy, remedy, trail,
 * verdict, wording.
 */
package dev.tocsin.chain.judge.fit;
