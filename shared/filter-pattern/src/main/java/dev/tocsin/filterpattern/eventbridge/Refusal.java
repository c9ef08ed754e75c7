package dev.tocsin.filterpattern.eventbridge;

import com.fasterxml.jackson.databind.JsonNode;

/** Carries an {@link EventPatternProblem} out of the descent; never leaves this package. */
final class Refusal extends Exception {
  /** Longer finds are cut in messages. */
  private static final int LONGEST_FIND = 60;

  private final String where;
  private final String expected;
  private final String found;
  private final String fix;

  Refusal(String where, String expected, String found, String fix) {
    super(expected, null, false, false);
    this.where = where;
    this.expected = expected;
    this.found = found;
    this.fix = fix;
  }

  Refusal(String where, String expected, JsonNode found, String fix) {
    this(where, expected, "`" + cut(found.toString()) + "`", fix);
  }

  EventPatternProblem problem(String text) {
    return new EventPatternProblem(text, where, expected, found, fix);
  }

  private static String cut(String json) {
    return json.length() <= LONGEST_FIND ? json : json.substring(0, LONGEST_FIND) + "…";
  }
}
