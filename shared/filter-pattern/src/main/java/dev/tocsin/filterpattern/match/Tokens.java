package dev.tocsin.filterpattern.match;

import java.util.ArrayList;
import java.util.List;

/** Splits raw text at blanks, as space-delimited patterns see it. */
final class Tokens {

  /**
   * One column.
   *
   * @param start where it begins, its quote or bracket included
   * @param text what it says, without the quotes or brackets round it
   */
  record Token(int start, String text) {}

  private Tokens() {}

  /** The tokens in order. A quote or bracket groups only if it begins a token and is closed. */
  static List<Token> of(String message) {
    List<Token> tokens = new ArrayList<>();
    int i = skipBlanks(message, 0);
    while (i < message.length()) {
      char first = message.charAt(i);
      char close = first == '"' ? '"' : first == '[' ? ']' : '\0';
      int end = close == '\0' ? -1 : message.indexOf(close, i + 1);
      if (end >= 0) {
        tokens.add(new Token(i, message.substring(i + 1, end)));
        end++;
      } else {
        end = i;
        while (end < message.length() && !Character.isWhitespace(message.charAt(end))) {
          end++;
        }
        tokens.add(new Token(i, message.substring(i, end)));
      }
      i = skipBlanks(message, end);
    }
    return tokens;
  }

  private static int skipBlanks(String message, int from) {
    int i = from;
    while (i < message.length() && Character.isWhitespace(message.charAt(i))) {
      i++;
    }
    return i;
  }
}
