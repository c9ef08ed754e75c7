/**
 * How CloudWatch Logs reads what could be read in more than one way: {@code *} in a value, and a
 * number of an event.
 *
 * <p>What goes in: pieces of a value and a text, or a JSON number. What comes out: whether the text
 * fits under a reading, or the number's value and the text that it has for AWS. The matcher and the
 * decision share nothing else.
 *
 * <p>Must not import: any other package of the module.
 */
package dev.tocsin.filterpattern.reading;
