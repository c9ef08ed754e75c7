/**
 * The plain evaluator: whether a pattern matches one log event.
 *
 * <p>What goes in: a syntax tree and the raw text of a log event. What comes out: yes or no, and
 * for no the clause that fails. Slow and obvious on purpose, since it is the judge of the decision
 * procedure: every missed event is replayed here.
 *
 * <p>Must not import: condition, text, normalise, eventbridge, decide, explain.
 */
package dev.tocsin.filterpattern.match;
