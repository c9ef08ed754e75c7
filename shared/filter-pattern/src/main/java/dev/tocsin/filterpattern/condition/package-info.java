/**
 * Statements about one record, independent of the language they were written in.
 *
 * <p>What goes in: filter patterns and event patterns, translated by {@code
 * dev.tocsin.filterpattern.normalise}. What comes out: a tree of {@link
 * dev.tocsin.filterpattern.condition.Condition}s over sets of JSON values. Must not import pattern
 * syntax or the decision, and of the matcher only how a number reads.
 */
package dev.tocsin.filterpattern.condition;
