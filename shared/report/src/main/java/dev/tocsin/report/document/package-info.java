/**
 * Reports that are pasted into other people's pages.
 *
 * <p>What goes in: a {@link dev.tocsin.report.Report}. What comes out: text.
 *
 * <p>Must not import: machine, page, table.
 */
package dev.tocsin.report.document;
