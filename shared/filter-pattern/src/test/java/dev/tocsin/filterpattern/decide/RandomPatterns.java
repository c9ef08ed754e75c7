package dev.tocsin.filterpattern.decide;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Patterns over a few fields and values, small enough to meet each other. */
final class RandomPatterns {

  private static final List<String> SELECTORS =
      List.of("$.a", "$.a", "$.b", "$.b", "$.a.c", "$.a.c", "$.a[0]", "$.a[1]", "$.a[1].c");
  private static final List<String> WILDCARDS =
      List.of("$.a[*]", "$.a.*", "$.a[*].c", "$.a.c[*]", "$.*");
  private static final List<String> TEXTS =
      List.of(
          "x",
          "y",
          "xy",
          "\"x*\"",
          "\"*y\"",
          "\"*x*\"",
          "\"x*y\"",
          "*",
          "\"\"",
          "\"1\"",
          "\"1*\"",
          "\"2.0\"",
          "\"*0\"",
          "\"xyx\"",
          "\"*x*y*\"",
          "%x+y%",
          "%^x|y$%",
          "%[0-9]%");
  private static final List<String> NUMBERS = List.of("1", "2", "1.5", "-1", "1e1", "2.0");

  private final Random random;
  private int wildcards;
  private int regexes;

  RandomPatterns(long seed) {
    random = new Random(seed);
  }

  /** A pattern of any kind, most often JSON. */
  String next() {
    wildcards = 0;
    regexes = 0;
    if (random.nextInt(12) > 0) {
      return "{ " + expression(random.nextInt(3)) + " }";
    }
    return pick(
        List.of(
            "x", "xy", "?x ?y", "x -y", "1", "tru", "%x|y%", "\" \"", "-x", "", "[u]", "[u, v]"));
  }

  private String expression(int depth) {
    if (depth == 0 || random.nextInt(4) == 0) {
      return condition();
    }
    List<String> parts = new ArrayList<>();
    int size = 2 + random.nextInt(3);
    for (int i = 0; i < size; i++) {
      parts.add("(" + expression(depth - 1) + ")");
    }
    return String.join(random.nextBoolean() ? " && " : " || ", parts);
  }

  private String condition() {
    String selector = pick(SELECTORS);
    if (wildcards < 3 && random.nextInt(6) == 0) {
      wildcards++;
      selector = pick(WILDCARDS);
    }
    return selector
        + switch (random.nextInt(10)) {
          case 0 -> " NOT EXISTS";
          case 1 -> " IS " + pick(List.of("NULL", "TRUE", "FALSE"));
          case 2 -> " " + pick(List.of("<", "<=", ">", ">=")) + " " + pick(NUMBERS);
          case 3 -> " " + equality() + " " + pick(NUMBERS);
          default -> " " + equality() + " " + text();
        };
  }

  private String equality() {
    return random.nextInt(3) == 0 ? "!=" : "=";
  }

  private String text() {
    String text = pick(TEXTS);
    if (text.startsWith("%")) {
      return regexes++ < 2 ? text : "x";
    }
    return text;
  }

  private <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
