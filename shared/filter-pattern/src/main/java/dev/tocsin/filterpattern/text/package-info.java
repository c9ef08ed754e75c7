/**
 * Sets of strings as regular languages.
 *
 * <p>What goes in: words, values with {@code *}, regular expressions. What comes out: {@link
 * dev.tocsin.filterpattern.text.TextSet}s, closed under complement, and the shortest text that
 * several of them share. Must not import conditions, events or decisions.
 */
package dev.tocsin.filterpattern.text;
