/**
 * Statements about one record, independent of the language they were written in.
 *
 * <p>What goes in: filter patterns and event patterns, translated by {@code
 * dev.tocsin.filterpattern.normalise}. What comes out: a tree of {@link
 * dev.tocsin.filterpattern.condition.Condition}s over sets of JSON values.
 *
 * <p>Must not import: parse, syntax, normalise, match, eventbridge, decide, explain.
 */
package dev.tocsin.filterpattern.condition;
