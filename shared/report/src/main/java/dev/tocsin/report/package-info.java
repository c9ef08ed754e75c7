/**
 * Verdicts as people and other tools read them.
 *
 * <p>What goes in: a {@link dev.tocsin.report.Report}, the verdicts on one or several accounts with
 * what they rest on. What comes out: the text of a {@link dev.tocsin.report.ReportFormat}. Nothing
 * is decided here. Names of an account may hold anything: every text goes through the one escape of
 * its kind of output ({@link dev.tocsin.report.escape.Escape}).
 *
 * <p>Reads no file but its own style sheet and script, and no clock.
 *
 * <p>Must not import: software.amazon, com.amazonaws, java.nio.file, dev.tocsin.aws,
 * dev.tocsin.chain.judge.
 */
package dev.tocsin.report;
