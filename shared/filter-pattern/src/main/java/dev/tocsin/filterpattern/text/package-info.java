/**
 * Sets of strings as regular languages.
 *
 * <p>What goes in: words, values with {@code *}, regular expressions. What comes out: {@link
 * dev.tocsin.filterpattern.text.TextSet}s, closed under complement, and the shortest text that
 * several of them share.
 *
 * <p>Must not import: parse, normalise, match, condition, eventbridge, decide, explain,
 * com.fasterxml.
 */
package dev.tocsin.filterpattern.text;
