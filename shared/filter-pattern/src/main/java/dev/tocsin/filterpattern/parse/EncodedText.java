package dev.tocsin.filterpattern.parse;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Characters that were encoded for another place: a string literal, a web page, an address. */
final class EncodedText implements Mend {
  private static final Pattern UNICODE = Pattern.compile("\\\\+u([0-9a-fA-F]{4})");
  private static final Pattern ESCAPED = Pattern.compile("\\\\+([\"'$&|{}()=!<>])");
  private static final Pattern BLANK = Pattern.compile("\\\\+(?:[nrt](?![A-Za-z])|(?=[\\r\\n]))");
  private static final Pattern ENTITY =
      Pattern.compile("&(?:(quot|amp|lt|gt|apos|nbsp)|#(\\d{1,6})|#[xX]([0-9a-fA-F]{1,5}));");
  private static final Pattern PERCENT = Pattern.compile("(?:%22|%27)?%7[Bb].*%24.*");
  private static final Map<String, String> ENTITIES =
      Map.of("quot", "\"", "amp", "&", "lt", "<", "gt", ">", "apos", "'", "nbsp", " ");

  @Override
  public Optional<Mended> of(String text, int offset) {
    if (offset < text.length() && text.charAt(offset) == '\\') {
      String without = withoutBackslashes(text);
      return without.equals(text)
          ? Optional.empty()
          : Mended.of("take the backslashes out", without);
    }
    if (ENTITY.matcher(text).region(offset, text.length()).lookingAt()) {
      return Mended.of("write the characters themselves for the HTML entities", decoded(text));
    }
    if (PERCENT.matcher(text).matches()) {
      return decodedAddress(text)
          .map(plain -> new Mended("decode what was encoded for an address", Optional.of(plain)));
    }
    return Optional.empty();
  }

  /** The text as it was before a string literal escaped it. */
  static String withoutBackslashes(String text) {
    String plain =
        UNICODE
            .matcher(text)
            .replaceAll(
                match ->
                    Matcher.quoteReplacement(
                        Character.toString(Integer.parseInt(match.group(1), 16))));
    return BLANK.matcher(ESCAPED.matcher(plain).replaceAll("$1")).replaceAll(" ");
  }

  private static String decoded(String text) {
    return ENTITY
        .matcher(text)
        .replaceAll(
            match ->
                Matcher.quoteReplacement(
                    match.group(1) != null
                        ? ENTITIES.get(match.group(1))
                        : Character.toString(
                            match.group(2) != null
                                ? Integer.parseInt(match.group(2))
                                : Integer.parseInt(match.group(3), 16))));
  }

  private static Optional<String> decodedAddress(String text) {
    try {
      return Optional.of(URLDecoder.decode(text, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
