package dev.tocsin.cli.pattern;

import dev.tocsin.chain.verdict.Visible;
import dev.tocsin.filterpattern.ParseProblem;
import java.util.List;

/** Shows a place in a pattern. */
final class Caret {
  /** So much of the pattern is shown before and after the place. */
  private static final int AROUND = 36;

  private Caret() {}

  /** The pattern, or what of it is round the place, and below it a caret. */
  static List<String> at(ParseProblem problem) {
    String text = problem.text();
    int from = Math.max(0, problem.offset() - AROUND);
    int to = Math.min(text.length(), problem.offset() + AROUND);
    String before = oneLine((from > 0 ? "..." : "") + text.substring(from, problem.offset()));
    String after =
        oneLine(text.substring(problem.offset(), to) + (to < text.length() ? "..." : ""));
    return List.of(
        "  " + before + after, "  " + " ".repeat(before.codePointCount(0, before.length())) + "^");
  }

  private static String oneLine(String text) {
    return Visible.of(text.replaceAll("\\R", " ").replace('\t', ' '));
  }
}
