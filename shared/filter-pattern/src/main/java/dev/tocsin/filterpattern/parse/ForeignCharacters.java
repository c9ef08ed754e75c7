package dev.tocsin.filterpattern.parse;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Letters and signs that a word processor or a keyboard for another script put in place of ASCII.
 */
final class ForeignCharacters implements Mend {
  private static final int WIDE = '\uFF01' - '!';
  private static final Pattern WIDE_CHARACTER = Pattern.compile("[\uFF01-\uFF5E]");
  private static final Pattern DASH = Pattern.compile("[\u2010-\u2015\u2212]");
  private static final Map<String, Pattern> SAID =
      Map.of(
          "write the plain characters for the wide ones", WIDE_CHARACTER,
          "write the plain `-` for the dash", DASH);

  @Override
  public Optional<Mended> of(String text, int offset) {
    for (Map.Entry<String, Pattern> one : SAID.entrySet()) {
      if (one.getValue().matcher(text).region(offset, text.length()).lookingAt()) {
        return Mended.of(one.getKey(), plain(text));
      }
    }
    return Optional.empty();
  }

  private static String plain(String text) {
    String narrow =
        WIDE_CHARACTER
            .matcher(text)
            .replaceAll(
                match ->
                    Matcher.quoteReplacement(Character.toString(match.group().charAt(0) - WIDE)));
    return DASH.matcher(narrow).replaceAll("-");
  }
}
