package dev.tocsin.filterpattern.syntax;

import java.math.BigDecimal;
import java.util.List;

/** The right side of a comparison. */
public sealed interface Value {

  /**
   * An unquoted number; AWS compares it by value with numbers and as written with strings.
   *
   * @param written the literal as it stands in the pattern
   * @param number its value; the exponent may be huge, so never expand it to plain digits
   */
  record Numeral(String written, BigDecimal number) implements Value {}

  /**
   * A quoted or bare word; {@code *} in it stands for any text.
   *
   * @param written the characters as they stand in the pattern, without the quotes
   * @param quoted whether it stood in double quotes
   */
  record Text(String written, boolean quoted) implements Value {

    /** A quoted word that reads as {@code text}. */
    public static Text quoted(String text) {
      return new Text(text.replace("\\", "\\\\").replace("\"", "\\\""), true);
    }

    /** The word with {@code \"} and {@code \\} resolved; any other backslash stays. */
    public String text() {
      if (!quoted) {
        return written;
      }
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < written.length(); i++) {
        char c = written.charAt(i);
        if (c == '\\' && i + 1 < written.length() && isEscapable(written.charAt(i + 1))) {
          i++;
        }
        text.append(written.charAt(i));
      }
      return text.toString();
    }

    /**
     * What stands between the {@code *}: one piece more than there are stars, so a single piece
     * means that there is none.
     */
    public List<String> pieces() {
      return List.of(text().split("\\*", -1));
    }

    /**
     * Whether a backslash stands before something else than {@code "} or {@code \}. What AWS makes
     * of that, {@code \*} and {@code \n} included, is not known.
     */
    public boolean hasUncertainEscape() {
      if (!quoted) {
        return false;
      }
      for (int i = 0; i < written.length(); i++) {
        if (written.charAt(i) == '\\') {
          i++;
          if (i == written.length() || !isEscapable(written.charAt(i))) {
            return true;
          }
        }
      }
      return false;
    }

    private static boolean isEscapable(char c) {
      return c == '"' || c == '\\';
    }
  }

  /**
   * {@code %regex%}, searched for in the value.
   *
   * @param written the characters between the {@code %}
   * @param syntax what they mean
   */
  record Regex(String written, RegexNode syntax) implements Value {}
}
