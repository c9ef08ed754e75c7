/**
 * From filter patterns to conditions.
 *
 * <p>What goes in: a syntax tree. What comes out: a {@link
 * dev.tocsin.filterpattern.condition.Condition} that holds for exactly the records that the pattern
 * matches. Must not import the matcher's evaluation or the decision: the two readings of a pattern
 * are written independently, so that each can judge the other.
 */
package dev.tocsin.filterpattern.normalise;
