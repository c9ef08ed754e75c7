package dev.tocsin.filterpattern;

/**
 * Why CloudWatch Logs would refuse a text as a filter pattern. A value, not an exception: the text
 * is the user's data.
 *
 * @param text the text as given
 * @param offset index in {@code text} of the first character that cannot stand there, {@code
 *     text.length()} at the end
 * @param expected what could have stood there, in words
 * @param found what stands there, in words
 * @param fix what to write instead
 */
public record ParseProblem(String text, int offset, String expected, String found, String fix)
    implements Parsed {

  /** One line that names the place, what was expected, what was found and the fix. */
  public String message() {
    return "at offset " + offset + ": expected " + expected + ", found " + found + ". Fix: " + fix;
  }
}
