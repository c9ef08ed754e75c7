package dev.tocsin.report.table;

import dev.tocsin.report.escape.Escape;
import java.util.ArrayList;
import java.util.List;

/** Texts laid out within a width, counted in UTF-16 units. */
public final class Wrapped {

  private Wrapped() {}

  /**
   * The text in lines no wider than {@code width}, broken at blanks, or within a word that is wider
   * than a line.
   *
   * @param first what stands before the first line
   * @param rest what stands before the others
   */
  public static List<String> lines(String text, int width, String first, String rest) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder(first);
    boolean empty = true;
    for (String word : Escape.plain(text).split(" ", -1)) {
      if (!empty && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line = new StringBuilder(rest);
        empty = true;
      }
      String left = (empty ? "" : " ") + word;
      while (line.length() + left.length() > width) {
        int fits = Math.max(1, width - line.length());
        fits -= fits > 1 && Character.isHighSurrogate(left.charAt(fits - 1)) ? 1 : 0;
        lines.add(line + left.substring(0, fits));
        line = new StringBuilder(rest);
        left = left.substring(fits);
      }
      line.append(left);
      empty = false;
    }
    lines.add(line.toString());
    return lines;
  }

  /** The text, cut to a width. */
  static String cut(String text, int width) {
    String plain = Escape.plain(text);
    if (plain.length() <= width) {
      return plain;
    }
    int end = Math.max(0, width - 1);
    end -= end > 0 && Character.isHighSurrogate(plain.charAt(end - 1)) ? 1 : 0;
    return plain.substring(0, end) + "…";
  }
}
