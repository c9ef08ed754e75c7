package dev.tocsin.chain.alarm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words, numbers and signs of metric math. */
final class Tokens {
  private Tokens() {}

  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*(?:([A-Za-z]\\w*|\\d+(?:\\.\\d+)?|\\.\\d+|\\|\\||&&|[<>=!]=|[-+*/<>()\\[\\],]))\\s*");

  /** The tokens in order, at least one; empty iff there is something else in the text. */
  static Optional<List<String>> of(String text) {
    List<String> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(text);
    int at = 0;
    while (at < text.length() && matcher.find(at) && matcher.start() == at) {
      tokens.add(matcher.group(1));
      at = matcher.end();
    }
    // Deeper nesting is nobody's expression; its evaluation recurses.
    boolean deep = tokens.stream().filter(token -> token.matches("[-(\\[]")).count() > 200;
    return at < text.length() || tokens.isEmpty() || deep ? Optional.empty() : Optional.of(tokens);
  }
}
