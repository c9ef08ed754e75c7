/**
 * Reports that other tools read. Each class names the specification it follows; a test validates
 * what it writes against that specification's schema.
 *
 * <p>What goes in: a {@link dev.tocsin.report.Report}. What comes out: text.
 *
 * <p>Must not import: document, page, table.
 */
package dev.tocsin.report.machine;
