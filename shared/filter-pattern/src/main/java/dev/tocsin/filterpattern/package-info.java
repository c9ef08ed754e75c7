/**
 * The public face of the engine: text in, {@link dev.tocsin.filterpattern.Coverage} out.
 *
 * <p>What goes in: filter patterns as CloudWatch Logs takes them, CloudTrail records as JSON. What
 * comes out: whether a pattern matches a record, and whether a set of deployed patterns sees every
 * record that a required pattern describes. Nothing here knows AWS accounts, reads files or opens
 * connections; the only dependency at run time is Jackson's tree model.
 *
 * <p>Must not import: software.amazon, com.amazonaws, java.nio.file, java.net.http.
 */
package dev.tocsin.filterpattern;
