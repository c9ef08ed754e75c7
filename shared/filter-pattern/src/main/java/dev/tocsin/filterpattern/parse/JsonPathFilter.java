package dev.tocsin.filterpattern.parse;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A filter of JSONPath, {@code $[?(@.eventName=='x')]}, which selects records elsewhere. */
final class JsonPathFilter implements Mend {
  private static final Pattern FILTER =
      Pattern.compile(
          "\\s*\\{?\\s*\\$(?:\\.?\\.?Records)?(?:\\[\\*\\])?\\.?\\.?\\[\\s*\\?\\s*\\(?(.*?)\\)?\\s*\\]\\s*\\}?\\s*",
          Pattern.DOTALL);
  private static final Pattern FIELD = Pattern.compile("@(?:\\.|(?=\\[))");

  @Override
  public Optional<Mended> of(String text, int offset) {
    Matcher filter = FILTER.matcher(text);
    if (!filter.matches() || !FIELD.matcher(filter.group(1)).find()) {
      return Optional.empty();
    }
    String conditions = FIELD.matcher(filter.group(1)).replaceAll("\\$.");
    return Mended.of(
        "write the conditions of the JSONPath filter on the record itself",
        Slips.corrected(Braces.braced(conditions)));
  }
}
