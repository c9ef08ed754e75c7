package dev.tocsin.filterpattern.parse;

import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.regex.MatchResult;

/** Functions, methods and words of other languages for a part of a text. */
final class FunctionSlips {
  private static final String SELECTOR = "(\\$?\\.?[A-Za-z][\\w.]*|\\$\\.[\\w.]+)";
  private static final String VALUE = "[\"']?([^\"'()]*)[\"']?";
  private static final String BEGINS = "starts_?with|startswith|begins_?with|hasprefix";
  private static final String ENDS = "ends_?with|endswith|hassuffix";
  private static final String HOLDS = "contains|includes|has|strcontains|icontains";

  /** The words, and how to write the value that they look for. */
  private static final Map<String, Function<String, String>> KINDS =
      Map.of(
          BEGINS,
          value -> "\"" + value + "*\"",
          ENDS,
          value -> "\"*" + value + "\"",
          HOLDS,
          value -> "\"*" + value + "*\"",
          "matches|regexmatch",
          value -> "%" + value + "%",
          "like",
          value -> "\"" + value.replace('%', '*') + "\"");

  private FunctionSlips() {}

  /** Gives each slip, and what is meant by it. */
  static void forEach(BiConsumer<String, Function<MatchResult, String>> to) {
    KINDS.forEach(
        (words, written) -> {
          String called = "\\s*\\(\\s*" + VALUE + "\\s*\\)";
          to.accept(
              "\\b(?:" + words + ")\\s*\\(\\s*" + SELECTOR + "\\s*,\\s*" + VALUE + "\\s*\\)",
              match -> condition(match.group(1), written.apply(match.group(2))));
          to.accept(
              SELECTOR + "\\.(?:" + words + ")" + called,
              match -> condition(match.group(1), written.apply(match.group(2))));
          to.accept(
              "(\\$\\.[\\w.]+)\\s+(?:" + words + ")\\s+(?:\"([^\"]*)\"|'([^']*)'|([\\w.*-]+))",
              match -> condition(match.group(1), written.apply(first(match))));
        });
  }

  private static String first(MatchResult match) {
    for (int group = 2; group < match.groupCount(); group++) {
      if (match.group(group) != null) {
        return match.group(group);
      }
    }
    return match.group(match.groupCount());
  }

  private static String condition(String selector, String value) {
    String name = selector.replaceFirst("^\\$?\\.?", "");
    return "$." + name + " = " + value;
  }
}
