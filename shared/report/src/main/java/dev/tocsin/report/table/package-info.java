/**
 * The report for a terminal: one line per control, and below what is broken.
 *
 * <p>What goes in: a {@link dev.tocsin.report.Report} and how the terminal is. What comes out: text
 * of which no line is wider than the terminal.
 *
 * <p>Must not import: document, machine, page.
 */
package dev.tocsin.report.table;
