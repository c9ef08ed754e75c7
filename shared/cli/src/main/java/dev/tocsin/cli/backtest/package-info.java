/**
 * {@code tocsin backtest}: what the alarms would have done with the records that happened.
 *
 * <p>What goes in: options, files of records or a table that AWS queries, a snapshot. What comes
 * out: a report as table, JSON or CSV.
 *
 * <p>Must not import: pattern, repository.
 */
package dev.tocsin.cli.backtest;
