package dev.tocsin.backtest.sql;

import dev.tocsin.filterpattern.syntax.CodePoints;
import dev.tocsin.filterpattern.syntax.RegexNode;
import java.util.stream.Collectors;

/** Regular expressions of CloudWatch Logs in Java's syntax, which Trino and Athena read. */
final class RegexText {

  private RegexText() {}

  /** The expression, to be searched for. */
  static String of(RegexNode node) {
    if (node instanceof RegexNode.Start) {
      return "\\A";
    }
    if (node instanceof RegexNode.End) {
      return "\\z";
    }
    if (node instanceof RegexNode.Characters characters) {
      return characters(characters.set());
    }
    if (node instanceof RegexNode.Repeat repeat) {
      String max = repeat.max().isPresent() ? Integer.toString(repeat.max().getAsInt()) : "";
      return characters(repeat.characters().set()) + "{" + repeat.min() + "," + max + "}";
    }
    if (node instanceof RegexNode.Choice choice) {
      return choice.alternatives().stream()
          .map(RegexText::of)
          .collect(Collectors.joining("|", "(?:", ")"));
    }
    return ((RegexNode.Sequence) node)
        .parts().stream().map(RegexText::of).collect(Collectors.joining());
  }

  /** A text as itself. */
  static String quoted(String text) {
    StringBuilder quoted = new StringBuilder();
    text.codePoints().forEach(point -> quoted.append(point(point)));
    return quoted.toString();
  }

  private static String characters(CodePoints set) {
    StringBuilder ranges = new StringBuilder("[");
    for (CodePoints.Range range : set.ranges()) {
      // No text of a table holds half of a surrogate pair.
      range(ranges, range.first(), Math.min(range.last(), Character.MIN_SURROGATE - 1));
      range(ranges, Math.max(range.first(), Character.MAX_SURROGATE + 1), range.last());
    }
    return ranges.length() == 1 ? "(?!)" : ranges.append("]").toString();
  }

  private static void range(StringBuilder ranges, int first, int last) {
    if (first <= last) {
      ranges.append(point(first)).append(first == last ? "" : "-" + point(last));
    }
  }

  private static String point(int codePoint) {
    boolean plain = codePoint < 128 && Character.isLetterOrDigit(codePoint);
    return plain ? Character.toString(codePoint) : "\\x{%x}".formatted(codePoint);
  }
}
