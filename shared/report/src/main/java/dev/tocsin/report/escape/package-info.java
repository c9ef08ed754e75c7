/**
 * The one place where a text is made safe for a kind of output.
 *
 * <p>What goes in: any text. What comes out: a text that the output's reader takes for nothing but
 * a text.
 *
 * <p>Must not import: any other package of the module, dev.tocsin.evaluation.
 */
package dev.tocsin.report.escape;
