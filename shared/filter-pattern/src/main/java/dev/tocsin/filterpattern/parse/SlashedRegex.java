package dev.tocsin.filterpattern.parse;

import java.util.Locale;
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

  /** The expression with both cases of each letter and of each range of letters. */
  static String anyCase(String regex) {
    StringBuilder any = new StringBuilder();
    boolean inClass = false;
    for (int i = 0; i < regex.length(); i++) {
      char c = regex.charAt(i);
      inClass = c == '[' || (inClass && c != ']');
      if (c == '\\' && i + 1 < regex.length()) {
        any.append(c).append(regex.charAt(++i));
      } else if (!isLetter(c)) {
        any.append(c);
      } else if (inClass) {
        String part = isRange(regex, i) ? regex.substring(i, i + 3) : String.valueOf(c);
        any.append(part.toLowerCase(Locale.ROOT)).append(part.toUpperCase(Locale.ROOT));
        i += part.length() - 1;
      } else {
        any.append('[')
            .append(Character.toLowerCase(c))
            .append(Character.toUpperCase(c))
            .append(']');
      }
    }
    return any.toString();
  }

  /**
   * Whether a range of letters of one case begins here; one from upper to lower case has both
   * already.
   */
  private static boolean isRange(String regex, int start) {
    return start + 2 < regex.length()
        && regex.charAt(start + 1) == '-'
        && isLetter(regex.charAt(start + 2))
        && Character.isLowerCase(regex.charAt(start))
            == Character.isLowerCase(regex.charAt(start + 2));
  }

  private static boolean isLetter(char c) {
    return ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z');
  }
}
