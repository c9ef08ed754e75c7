/**
 * {@code tocsin diff}: what changed between two runs.
 *
 * <p>What goes in: two documents of {@code tocsin evaluate --format json}, and records of the time
 * between them. What comes out: the controls that broke or became whole, the links that did it, and
 * who touched them.
 *
 * <p>Must not import: pattern, repository, account, backtest.
 */
package dev.tocsin.cli.history;
