package dev.tocsin.chain.verdict;

import java.util.regex.Pattern;

/**
 * Text that holds names of an account, made safe to show. Names may hold what moves a cursor,
 * begins a line or turns the direction of writing, so a name could forge what stands around it.
 */
public final class Visible {
  /**
   * What build servers obey in the output of a step: {@code ::error::} where a line begins, for
   * GitHub, and {@code ##vso[} anywhere, for Azure Pipelines and TeamCity. Lines are wrapped at
   * blanks.
   */
  private static final Pattern COMMAND =
      Pattern.compile("(?<!\\S):(?=:[A-Za-z-]+(?:\\s|::))|#(?=#\\w*\\[)");

  private Visible() {}

  /**
   * The text with {@code \}{@code uXXXX} for every control and format character (among them those
   * that turn the direction), line and paragraph separator and lone surrogate, and for the first
   * character of what a build server would take for a command. One line comes out. Inside a string
   * of JSON text the escapes mean the same characters.
   */
  public static String of(String text) {
    String shown = shown(text);
    return shown.contains("::") || shown.contains("##")
        ? COMMAND.matcher(shown).replaceAll(found -> "\\" + escaped(found.group().charAt(0)))
        : shown;
  }

  private static String shown(String text) {
    if (text.codePoints().noneMatch(Visible::hidden)) {
      return text;
    }
    StringBuilder visible = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            point -> {
              if (hidden(point)) {
                for (char unit : Character.toChars(point)) {
                  visible.append(escaped(unit));
                }
              } else {
                visible.appendCodePoint(point);
              }
            });
    return visible.toString();
  }

  private static String escaped(char unit) {
    return String.format("\\u%04x", (int) unit);
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
