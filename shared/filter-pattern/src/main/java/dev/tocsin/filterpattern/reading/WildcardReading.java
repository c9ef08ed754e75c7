package dev.tocsin.filterpattern.reading;

import java.util.List;

/**
 * How {@code *} inside a value is read. Recorded answers of AWS contradict the usual glob where a
 * star stands at the beginning or in the middle, so an answer is only safe if both readings give
 * it. They agree on {@code x*}, {@code *x*}, {@code *} and on values without a star; elsewhere
 * whatever matches by {@link #LEFTMOST} also matches by {@link #GLOB}.
 */
public enum WildcardReading {
  /**
   * The pieces between the stars are looked for from left to right, each taken where it occurs
   * first, without going back. Fits every recorded answer.
   */
  LEFTMOST {
    @Override
    public boolean matches(List<String> pieces, String text) {
      if (!text.startsWith(pieces.get(0))) {
        return false;
      }
      int end = pieces.get(0).length();
      for (int i = 1; i < pieces.size(); i++) {
        String piece = pieces.get(i);
        if (piece.isEmpty()) {
          if (i == pieces.size() - 1) {
            return true;
          }
          continue;
        }
        int found = text.indexOf(piece, end);
        if (found < 0) {
          return false;
        }
        end = found + piece.length();
      }
      return end == text.length();
    }
  },

  /** Every star stands for any text. */
  GLOB {
    @Override
    public boolean matches(List<String> pieces, String text) {
      String first = pieces.get(0);
      String last = pieces.get(pieces.size() - 1);
      if (pieces.size() == 1) {
        return text.equals(first);
      }
      if (text.length() < first.length() + last.length()
          || !text.startsWith(first)
          || !text.endsWith(last)) {
        return false;
      }
      int limit = text.length() - last.length();
      int end = first.length();
      for (String piece : pieces.subList(1, pieces.size() - 1)) {
        int found = text.indexOf(piece, end);
        if (found < 0 || found + piece.length() > limit) {
          return false;
        }
        end = found + piece.length();
      }
      return true;
    }
  };

  /**
   * Whether the whole text is the pieces with anything the reading allows between them.
   *
   * @param pieces what stands between the stars, as {@code Value.Text.pieces()} gives it
   */
  public abstract boolean matches(List<String> pieces, String text);
}
