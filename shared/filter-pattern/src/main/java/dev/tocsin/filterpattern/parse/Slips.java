package dev.tocsin.filterpattern.parse;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Undoes, in a whole text, the slips that are told one at a time where nothing else is wrong. */
final class Slips {
  private static final Pattern TOKEN =
      Pattern.compile(
          "\"[^\"]*\"|'([^'\"]*)'|\\b(AND|OR)\\b|={2,3}|!==|<>|[“”„«»]|;",
          Pattern.CASE_INSENSITIVE);

  private Slips() {}

  /** The text in the spelling of filter patterns, as far as it is a matter of spelling. */
  static String corrected(String text) {
    return TOKEN
        .matcher(text)
        .replaceAll(
            match -> {
              String token = match.group();
              if (match.group(1) != null) {
                return Matcher.quoteReplacement("\"" + match.group(1) + "\"");
              }
              return Matcher.quoteReplacement(
                  switch (token.toUpperCase(Locale.ROOT)) {
                    case "AND" -> "&&";
                    case "OR" -> "||";
                    case "==", "===" -> "=";
                    case "!==", "<>" -> "!=";
                    case "“", "”", "„", "«", "»" -> "\"";
                    case ";" -> "";
                    default -> token;
                  });
            });
  }
}
