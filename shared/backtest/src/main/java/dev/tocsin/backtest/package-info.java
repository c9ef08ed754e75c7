/**
 * What the alarms of an account, and those that its controls ask for, would have done with the
 * events that really happened.
 *
 * <p>What goes in: controls, a snapshot of an account if there is one, and CloudTrail records from
 * {@code trail-records}. What comes out: a {@link dev.tocsin.backtest.BacktestReport}, from one
 * pass over the records, all subjects at once, in memory that does not grow with the records.
 *
 * <p>Must not import: software.amazon, dev.tocsin.chain.judge, java.nio.file.
 */
package dev.tocsin.backtest;
