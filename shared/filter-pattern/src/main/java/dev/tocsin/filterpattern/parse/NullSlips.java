package dev.tocsin.filterpattern.parse;

import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.regex.MatchResult;

/**
 * Other ways to say that a field is there or not. CloudTrail leaves out a field that has no value,
 * but for the request and the answer of a call, which it writes as null.
 */
final class NullSlips {
  private static final String NOTHING = "(?:null|nil|none|undefined)\\b";
  private static final String SELECTOR = "(\\$\\.[\\w.]+)";

  private NullSlips() {}

  /** Gives each slip, and what is meant by it. */
  static void forEach(BiConsumer<String, Function<MatchResult, String>> to) {
    to.accept(
        SELECTOR + "\\s*={1,3}\\s*" + NOTHING,
        match -> match.group(1) + (isWrittenAsNull(match.group(1)) ? " IS NULL" : " NOT EXISTS"));
    to.accept(
        SELECTOR + "\\s*(?:!={1,2}|<>|is\\s+not)\\s*" + NOTHING, match -> match.group(1) + " = *");
    to.accept(
        "(?:not\\s+exists|!\\s*exists)\\s*\\(?\\s*" + SELECTOR + "\\s*\\)?",
        match -> match.group(1) + " NOT EXISTS");
    to.accept("\\bexists\\s*\\(\\s*" + SELECTOR + "\\s*\\)", match -> match.group(1) + " = *");
    to.accept(SELECTOR + "\\s+exists\\b", match -> match.group(1) + " = *");
    to.accept(
        "(?<=\\s)(?:not_?exists?|does\\s+not\\s+exist|is\\s+missing|missing|not\\s+exists?)\\b",
        match -> "NOT EXISTS");
  }

  private static boolean isWrittenAsNull(String selector) {
    return selector.equals("$.requestParameters") || selector.equals("$.responseElements");
  }
}
