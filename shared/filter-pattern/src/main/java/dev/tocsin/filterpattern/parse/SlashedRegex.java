package dev.tocsin.filterpattern.parse;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Regular expressions between slashes, as programs write them. */
final class SlashedRegex implements Mend {
  private static final Pattern REGEX =
      Pattern.compile("(?:=~|(!?=)~?)\\s*/((?:[^/\\\\\\r\\n]|\\\\.)+)/([gimsuy]*)(?=[\\s)}]|$)");

  private static final Pattern FLAGGED = Pattern.compile("%\\(\\?i\\)([^%]+)%");

  @Override
  public Optional<Mended> of(String text, int offset) {
    String anyCase =
        FLAGGED
            .matcher(text)
            .replaceAll(match -> Matcher.quoteReplacement("%" + anyCase(match.group(1)) + "%"));
    if (!anyCase.equals(text)) {
      return Mended.of("there are no flags: write both cases of each letter", anyCase);
    }
    boolean here =
        REGEX
            .matcher(text)
            .results()
            .anyMatch(match -> match.start() <= offset && offset < match.end());
    return here
        ? Mended.of(
            "put the regular expression between `%` signs",
            REGEX
                .matcher(text)
                .replaceAll(
                    match ->
                        Matcher.quoteReplacement(
                            (match.group(1) == null ? "=" : match.group(1))
                                + " %"
                                + (match.group(3).contains("i")
                                    ? anyCase(match.group(2))
                                    : match.group(2))
                                + "%")))
        : Optional.empty();
  }

  /** The expression with both cases of each letter; there are no flags. */
  static String anyCase(String regex) {
    StringBuilder any = new StringBuilder();
    boolean inClass = false;
    for (int i = 0; i < regex.length(); i++) {
      char c = regex.charAt(i);
      if (c == '\\' && i + 1 < regex.length()) {
        any.append(c).append(regex.charAt(++i));
        continue;
      }
      inClass = c == '[' || (inClass && c != ']');
      boolean letter = ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z');
      String both = "" + Character.toLowerCase(c) + Character.toUpperCase(c);
      any.append(letter ? (inClass ? both : "[" + both + "]") : String.valueOf(c));
    }
    return any.toString();
  }
}
