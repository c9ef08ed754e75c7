package dev.tocsin.chain.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text cut into tokens, read from left to right. A token is a sign or word as written, or the
 * content of a text in quotes behind a double quote: {@code ALARM ( "my alarm )}.
 */
final class Tokens {
  /** Nobody nests deeper, and grammars recurse. */
  private static final int DEEPEST = 200;

  private final List<String> tokens;
  private int at;
  private int depth;

  private Tokens(List<String> tokens) {
    this.tokens = tokens;
  }

  /** What a language makes of the tokens from here on. */
  interface Grammar<T> {
    T read(Tokens tokens) throws NotUnderstood;
  }

  /**
   * What the grammar makes of a text; empty iff it does not understand the whole of it.
   *
   * @param token one token; its groups, of which at most one takes part, are contents of quotes
   */
  static <T> Optional<T> read(Pattern token, String text, Grammar<T> grammar) {
    try {
      Tokens tokens = new Tokens(cut(token, text));
      T value = grammar.read(tokens);
      return tokens.atEnd() ? Optional.of(value) : Optional.empty();
    } catch (NotUnderstood e) {
      return Optional.empty();
    }
  }

  private static List<String> cut(Pattern token, String text) throws NotUnderstood {
    List<String> tokens = new ArrayList<>();
    Matcher matcher = token.matcher(text);
    int at = space(text, 0);
    while (at < text.length()) {
      if (!matcher.find(at) || matcher.start() != at || matcher.end() == at) {
        throw new NotUnderstood();
      }
      tokens.add(quoted(matcher).map(content -> "\"" + content).orElse(matcher.group()));
      at = space(text, matcher.end());
    }
    return tokens;
  }

  private static int space(String text, int from) {
    int at = from;
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static Optional<String> quoted(Matcher matcher) {
    for (int group = 1; group <= matcher.groupCount(); group++) {
      if (matcher.group(group) != null) {
        return Optional.of(matcher.group(group));
      }
    }
    return Optional.empty();
  }

  boolean atEnd() {
    return at == tokens.size();
  }

  /** True iff the next token is that one, which is then passed. */
  boolean take(String token) {
    if (!atEnd() && tokens.get(at).equals(token)) {
      at++;
      return true;
    }
    return false;
  }

  /** The next token if it is one of those, which is then passed. */
  Optional<String> takeOneOf(Set<String> accepted) {
    return !atEnd() && accepted.contains(tokens.get(at))
        ? Optional.of(tokens.get(at++))
        : Optional.empty();
  }

  /** The same as {@link #take} for a keyword in capital or small letters. */
  boolean takeWord(String word) {
    if (!atEnd() && tokens.get(at).equalsIgnoreCase(word)) {
      at++;
      return true;
    }
    return false;
  }

  /** True iff the next token is a text in quotes. */
  boolean atText() {
    return !atEnd() && tokens.get(at).charAt(0) == '"';
  }

  /** The content of the text in quotes that comes next. */
  String text() throws NotUnderstood {
    if (!atText()) {
      throw new NotUnderstood();
    }
    return next().substring(1);
  }

  String next() throws NotUnderstood {
    if (atEnd()) {
      throw new NotUnderstood();
    }
    return tokens.get(at++);
  }

  void expect(String token) throws NotUnderstood {
    if (!take(token)) {
      throw new NotUnderstood();
    }
  }

  /** Reads something that a grammar nests in itself. */
  <T> T nested(Grammar<T> inner) throws NotUnderstood {
    if (++depth > DEEPEST) {
      throw new NotUnderstood();
    }
    T value = inner.read(this);
    depth--;
    return value;
  }
}
