/**
 * Many tests put to one record after the other.
 *
 * <p>What goes in: tests, then records. What comes out: which tests match, equal to what each test
 * says by itself, though what tests share is looked at once.
 *
 * <p>Must not import: tally, dev.tocsin.chain, dev.tocsin.catalog.
 */
package dev.tocsin.backtest.stream;
