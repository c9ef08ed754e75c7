package dev.tocsin.filterpattern.parse;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;

/** Functions, methods and words of other languages for a part of a text. */
final class FunctionSlips {
  private static final String SELECTOR = "(\\$?\\.?[A-Za-z][\\w.]*|\\$\\.[\\w.]+)";
  private static final String VALUE = "[\"']?([^\"'()]*)[\"']?";
  private static final String BEGINS = "starts_?with|startswith|begins_?with|hasprefix";
  private static final String ENDS = "ends_?with|endswith|hassuffix";
  private static final String HOLDS = "contains|includes|has|strcontains|icontains";

  /** The words of a kind, and how to write the value that they look for. */
  private record Kind(String words, UnaryOperator<String> written) {}

  private static final List<Kind> KINDS =
      List.of(
          new Kind(BEGINS, value -> "\"" + value + "*\""),
          new Kind(ENDS, value -> "\"*" + value + "\""),
          new Kind(HOLDS, value -> "\"*" + value + "*\""),
          new Kind("matches|regexmatch", value -> "%" + value + "%"),
          new Kind("like", value -> "\"" + value.replace('%', '*') + "\""));

  private FunctionSlips() {}

  /** Gives each slip, and what is meant by it. */
  static void forEach(BiConsumer<String, Function<MatchResult, String>> to) {
    for (Kind kind : KINDS) {
      String words = "(?:" + kind.words() + ")";
      to.accept(
          "\\b" + words + "\\s*\\(\\s*" + SELECTOR + "\\s*,\\s*" + VALUE + "\\s*\\)",
          match -> condition(match.group(1), kind.written().apply(match.group(2))));
      to.accept(
          SELECTOR + "\\." + words + "\\s*\\(\\s*" + VALUE + "\\s*\\)",
          match -> condition(match.group(1), kind.written().apply(match.group(2))));
      to.accept(
          "(\\$\\.[\\w.]+)\\s+" + words + "\\s+(?:\"([^\"]*)\"|'([^']*)'|([\\w.*-]+))",
          match -> condition(match.group(1), kind.written().apply(first(match))));
    }
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
