package dev.tocsin.filterpattern.parse;

/** Characters that look like a blank or like nothing, as pasted text often has them. */
final class Invisible {
  private Invisible() {}

  /** Whether the character is one of these. */
  static boolean is(char c) {
    return c > 127 && (Character.isSpaceChar(c) || Character.getType(c) == Character.FORMAT);
  }

  /** The text with plain blanks, and nothing where nothing is seen. */
  static String plain(String text) {
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!is(c)) {
        plain.append(c);
      } else if (Character.isSpaceChar(c)) {
        plain.append(' ');
      }
    }
    return plain.toString();
  }
}
