/**
 * What CloudTrail records look like, for missed events that readers believe. Nothing here decides
 * anything: a record made plausible is replayed again.
 *
 * <p>What goes in: the path of a field, or a record that a decision has found. What comes out:
 * values that such a field has in real records, a whole record to start from, and the record with
 * what belongs together made to fit.
 *
 * <p>Must not import: parse, syntax, normalise, match, decide, explain.
 */
package dev.tocsin.filterpattern.record;
