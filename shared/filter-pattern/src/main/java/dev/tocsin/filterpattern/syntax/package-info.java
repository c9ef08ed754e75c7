/**
 * The syntax tree of a filter pattern.
 *
 * <p>What goes in: what {@code dev.tocsin.filterpattern.parse} read. What comes out: immutable
 * records that compare by value and print back as pattern text ({@link
 * dev.tocsin.filterpattern.syntax.PatternPrinter}). Must not import anything of the engine: the
 * tree knows neither events nor decisions.
 */
package dev.tocsin.filterpattern.syntax;
