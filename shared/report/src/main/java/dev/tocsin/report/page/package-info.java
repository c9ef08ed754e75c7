/**
 * The report as one HTML page: no network, no script but its own, readable without it.
 *
 * <p>What goes in: a {@link dev.tocsin.report.Report}. What comes out: the page. Every text becomes
 * part of it through {@code Html}, which escapes; style sheet and script are resources beside this
 * package, and the page's policy lets the browser run those two by their digest and nothing else.
 *
 * <p>Must not import: document, machine, table.
 */
package dev.tocsin.report.page;
