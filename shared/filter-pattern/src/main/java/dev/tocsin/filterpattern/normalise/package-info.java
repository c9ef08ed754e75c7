/**
 * From filter patterns to conditions.
 *
 * <p>What goes in: a syntax tree. What comes out: a {@link
 * dev.tocsin.filterpattern.condition.Condition} that holds for exactly the records that the pattern
 * matches. The matcher's reading of a pattern is written independently, so that each can judge the
 * other.
 *
 * <p>Must not import: parse, match, eventbridge, decide, explain.
 */
package dev.tocsin.filterpattern.normalise;
