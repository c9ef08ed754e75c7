/**
 * Filter patterns as SQL, so that terabytes of records are read where they lie.
 *
 * <p>What goes in: subjects and a table. What comes out: one query that counts what a backtest
 * counts, and the subjects that SQL cannot say exactly, each with the reason.
 *
 * <p>Must not import: stream, software.amazon.
 */
package dev.tocsin.backtest.sql;
