/**
 * How tests of events and a control's events lie to each other, asked of the engine: what is
 * covered, how much is seen, what everyday traffic matches, which filters are about the control.
 *
 * <p>What goes in: the control's {@link dev.tocsin.filterpattern.Requirement} and tests. What comes
 * out: coverage, weights, words. Nothing here knows trails, alarms or verdicts: of the module it
 * may import the model only.
 */
package dev.tocsin.chain.judge.fit;
