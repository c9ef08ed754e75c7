package dev.tocsin.filterpattern.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Several values for one selector: {@code IN [...]}, {@code = (a, b)}, {@code = a || b}. */
final class ValueList implements Mend {
  private static final String SELECTOR = "(\\$\\.[\\w.\\[\\]*-]+)";
  private static final String VALUE = "\"[^\"]*\"|'[^']*'|[\\w.*-]+";
  private static final Pattern LIST =
      Pattern.compile(
          SELECTOR
              + "\\s*(?:\\b(NOT\\s+)?IN\\b|(!=|={1,2}))\\s*"
              + "([\\[({]\\s*(?:"
              + VALUE
              + ")(?:\\s*(?:,|\\|{1,2}|\\bOR\\b)\\s*(?:"
              + VALUE
              + "))*\\s*[\\])}])",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern ONE = Pattern.compile("\"[^\"]*\"|'[^']*'|(?!(?i:or\\b))[\\w.*-]+");
  private static final Pattern BARE =
      Pattern.compile(
          SELECTOR
              + "\\s*=\\s*("
              + VALUE
              + ")\\s*(?:\\|\\|?|\\b(?i:or)\\b)\\s*("
              + VALUE
              + ")(?=\\s*(?:[)}|]|(?i:or)\\b|&&|$))");

  @Override
  public Optional<Mended> of(String text, int offset) {
    Matcher list = LIST.matcher(text);
    while (list.find()) {
      if (list.start() <= offset && offset <= list.end()) {
        return Mended.of(
            "write one condition for each value",
            LIST.matcher(text).replaceAll(match -> Matcher.quoteReplacement(conditions(match))));
      }
    }
    Matcher bare = BARE.matcher(text);
    while (bare.find()) {
      if (bare.start() <= offset && offset <= bare.end()) {
        return Mended.of("repeat the selector before each value", repeated(text));
      }
    }
    return Optional.empty();
  }

  private static String conditions(java.util.regex.MatchResult match) {
    boolean not = match.group(2) != null || "!=".equals(match.group(3));
    List<String> conditions = new ArrayList<>();
    Matcher value = ONE.matcher(match.group(4));
    while (value.find()) {
      String text = value.group();
      String quoted = text.startsWith("'") ? text.replace('\'', '"') : text;
      conditions.add(match.group(1) + (not ? " != " : " = ") + quoted);
    }
    String joined = String.join(not ? " && " : " || ", conditions);
    return conditions.size() == 1 ? joined : "(" + joined + ")";
  }

  private static String repeated(String text) {
    String before;
    String after = text;
    do {
      before = after;
      Matcher bare = BARE.matcher(before);
      after = bare.find() ? bare.replaceFirst("$1 = $2 || $1 = $3") : before;
    } while (!after.equals(before) && after.length() < 4 * text.length());
    return after;
  }
}
