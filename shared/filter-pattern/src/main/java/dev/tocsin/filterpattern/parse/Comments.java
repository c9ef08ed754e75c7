package dev.tocsin.filterpattern.parse;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Remarks of a template or a program that were left in the text. */
final class Comments implements Mend {
  private static final Pattern COMMENT =
      Pattern.compile("\"[^\"]*\"|(/\\*.*?\\*/|(?<![^\\s{}()])(?://|#)[^\\r\\n]*)", Pattern.DOTALL);

  @Override
  public Optional<Mended> of(String text, int offset) {
    boolean here = false;
    StringBuilder rest = new StringBuilder();
    Matcher matcher = COMMENT.matcher(text);
    while (matcher.find()) {
      here |= matcher.group(1) != null && matcher.start() <= offset && offset < matcher.end();
      matcher.appendReplacement(
          rest, matcher.group(1) == null ? Matcher.quoteReplacement(matcher.group()) : "");
    }
    matcher.appendTail(rest);
    return here && !rest.toString().isBlank()
        ? Mended.of("take the comment away", rest.toString())
        : Optional.empty();
  }
}
