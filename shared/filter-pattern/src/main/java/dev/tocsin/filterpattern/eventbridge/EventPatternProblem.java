package dev.tocsin.filterpattern.eventbridge;

/**
 * Why EventBridge would refuse a text as an event pattern, or why it cannot be judged here.
 *
 * @param text the text as given
 * @param where the field it is about, such as {@code detail.eventName}; empty for the whole text
 * @param expected what could have stood there, in words
 * @param found what stands there
 * @param fix what to write instead
 */
public record EventPatternProblem(
    String text, String where, String expected, String found, String fix)
    implements ParsedEventPattern {

  /** One line that names the place, what was expected, what was found and the fix. */
  public String message() {
    String place = where.isEmpty() ? "" : "at `" + where + "`: ";
    return place + "expected " + expected + ", found " + found + ". Fix: " + fix;
  }
}
