/**
 * The syntax tree of a filter pattern.
 *
 * <p>What goes in: what {@code dev.tocsin.filterpattern.parse} read. What comes out: immutable
 * records that compare by value and print back as pattern text ({@link
 * dev.tocsin.filterpattern.syntax.PatternPrinter}). The tree knows neither events nor decisions.
 *
 * <p>Must not import: any other package of the module.
 */
package dev.tocsin.filterpattern.syntax;
