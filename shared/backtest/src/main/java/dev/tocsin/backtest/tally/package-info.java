/**
 * Counting without keeping: how often, when, who.
 *
 * <p>What goes in: one matching record after the other. What comes out: counts, moments in ALARM
 * and the values that stand behind most of them, from memory that is bounded by the days covered
 * and by a fixed number of values.
 *
 * <p>Must not import: stream, dev.tocsin.filterpattern, dev.tocsin.chain, dev.tocsin.catalog.
 */
package dev.tocsin.backtest.tally;
