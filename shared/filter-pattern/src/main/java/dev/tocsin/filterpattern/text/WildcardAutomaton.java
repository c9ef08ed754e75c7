package dev.tocsin.filterpattern.text;

import dev.tocsin.filterpattern.reading.WildcardReading;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Accepts the texts that a value with {@code *} stands for: one automaton of Knuth, Morris and
 * Pratt for each piece between the stars, one behind the other. A state is the number of a piece
 * and how much of it has just been read; the readings differ only in what may follow the last
 * piece.
 *
 * <p>For {@code *aab}, {@code aaab} is read like this: {@code a}, {@code aa}; the third {@code a}
 * is no {@code b}, but the longest border of {@code aa} is {@code a}, so {@code aa} has been read
 * again and not nothing; {@code b} completes the piece.
 *
 * <p>Cost: as many states as the pieces have characters, plus one for each piece.
 */
final class WildcardAutomaton implements Automaton<Integer> {

  private static final int DEAD = -1;

  private final WildcardReading reading;
  private final List<int[]> pieces = new ArrayList<>();
  private final List<int[]> borders = new ArrayList<>();
  private final List<Integer> offsets = new ArrayList<>();
  private final boolean openEnd;
  private final SortedSet<Integer> boundaries = new TreeSet<>();

  /** Takes what stands between the stars: at least two pieces. */
  WildcardAutomaton(List<String> written, WildcardReading reading) {
    this.reading = reading;
    this.openEnd = written.get(written.size() - 1).isEmpty();
    int offset = 0;
    for (int i = 0; i < written.size(); i++) {
      int[] piece = written.get(i).codePoints().toArray();
      if (i > 0 && piece.length == 0) {
        continue;
      }
      pieces.add(piece);
      borders.add(borders(piece));
      offsets.add(offset);
      offset += piece.length + 1;
      for (int codePoint : piece) {
        boundaries.add(codePoint);
        boundaries.add(codePoint + 1);
      }
    }
  }

  @Override
  public Integer start() {
    return settle(0, 0);
  }

  @Override
  public Integer next(Integer state, int codePoint) {
    if (state == DEAD) {
      return DEAD;
    }
    int k = pieceOf(state);
    int read = state - offsets.get(k);
    int[] piece = pieces.get(k);
    if (read == piece.length && openEnd) {
      return state;
    }
    if (k == 0) {
      return read < piece.length && piece[read] == codePoint ? settle(0, read + 1) : DEAD;
    }
    if (read == piece.length) {
      if (reading == WildcardReading.LEFTMOST) {
        return DEAD;
      }
      read = borders.get(k)[read];
    }
    while (read > 0 && piece[read] != codePoint) {
      read = borders.get(k)[read];
    }
    return piece[read] == codePoint ? settle(k, read + 1) : settle(k, 0);
  }

  /** A piece that is complete leads to the next, unless it is the last. */
  private int settle(int k, int read) {
    return read == pieces.get(k).length && k + 1 < pieces.size()
        ? offsets.get(k + 1)
        : offsets.get(k) + read;
  }

  private int pieceOf(int state) {
    int k = pieces.size() - 1;
    while (offsets.get(k) > state) {
      k--;
    }
    return k;
  }

  @Override
  public boolean accepts(Integer state) {
    int last = pieces.size() - 1;
    return state == offsets.get(last) + pieces.get(last).length;
  }

  @Override
  public SortedSet<Integer> boundaries() {
    return boundaries;
  }

  /**
   * For each length read, the longest proper border of it: what begins and ends it. For {@code
   * abab} that is 0, 0, 0, 1, 2.
   */
  private static int[] borders(int[] piece) {
    int[] borders = new int[piece.length + 1];
    int border = 0;
    for (int i = 1; i < piece.length; i++) {
      while (border > 0 && piece[i] != piece[border]) {
        border = borders[border];
      }
      if (piece[i] == piece[border]) {
        border++;
      }
      borders[i + 1] = border;
    }
    return borders;
  }
}
