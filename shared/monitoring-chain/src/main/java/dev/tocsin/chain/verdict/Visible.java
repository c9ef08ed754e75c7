package dev.tocsin.chain.verdict;

/**
 * Text that holds names of an account, made safe to show. Names may hold what moves a cursor,
 * begins a line or turns the direction of writing, so a name could forge what stands around it.
 */
public final class Visible {
  private Visible() {}

  /**
   * The text with {@code \}{@code uXXXX} for every control and format character (among them those
   * that turn the direction), line and paragraph separator and lone surrogate. One line comes out.
   * Inside a string of JSON text the escapes mean the same characters.
   */
  public static String of(String text) {
    if (text.codePoints().noneMatch(Visible::hidden)) {
      return text;
    }
    StringBuilder visible = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            point -> {
              if (hidden(point)) {
                for (char unit : Character.toChars(point)) {
                  visible.append(String.format("\\u%04x", (int) unit));
                }
              } else {
                visible.appendCodePoint(point);
              }
            });
    return visible.toString();
  }

  private static boolean hidden(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      default -> false;
    };
  }
}
