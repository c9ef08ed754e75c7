/**
 * Pattern text to syntax tree.
 *
 * <p>What goes in: the text of a filter pattern as someone deployed it. What comes out: a {@link
 * dev.tocsin.filterpattern.syntax.Pattern}, or the {@link dev.tocsin.filterpattern.ParseProblem}
 * with the place, what was expected, what was found and the fix. Accepts what AWS is known to
 * accept and nothing else.
 *
 * <p>Must not import: normalise, match, condition, text, decide, explain.
 */
package dev.tocsin.filterpattern.parse;
