package dev.tocsin.filterpattern.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;

/** A complete deterministic automaton over code points, as tables. State 0 is the start. */
final class Dfa {

  /** What is already certain in a state, whatever follows. */
  enum Fate {
    OPEN,
    REJECTS_ALL,
    ACCEPTS_ALL
  }

  private static final int ASCII = 128;

  private final int[] starts;
  private final int[] columns;
  private final int[][] next;
  private final boolean[] accepting;
  private final Fate[] fates;
  private final int[] ofAscii = new int[ASCII];

  /** What an {@link Intersection} found of it alone: of what it accepts, and of all else. */
  private final AtomicReferenceArray<Intersection.Found> alone = new AtomicReferenceArray<>(2);

  private Dfa(int[] starts, int[] columns, int[][] next, boolean[] accepting) {
    this.starts = starts;
    this.columns = columns;
    this.next = next;
    this.accepting = accepting;
    this.fates = fates(next, accepting);
    for (int codePoint = 0; codePoint < ASCII; codePoint++) {
      ofAscii[codePoint] = sought(codePoint);
    }
  }

  /**
   * The automaton as tables, or empty if it has more than {@code maxStates} states.
   *
   * <p>Cost: states × boundaries.
   */
  static <S> Optional<Dfa> explore(Automaton<S> automaton, int maxStates) {
    SortedSet<Integer> boundaries = new TreeSet<>(automaton.boundaries());
    boundaries.add(0);
    int[] starts = boundaries.stream().mapToInt(Integer::intValue).toArray();
    Map<S, Integer> numbers = new HashMap<>();
    List<S> states = new ArrayList<>();
    List<int[]> rows = new ArrayList<>();
    numbers.put(automaton.start(), 0);
    states.add(automaton.start());
    for (int state = 0; state < states.size(); state++) {
      int[] row = new int[starts.length];
      for (int i = 0; i < starts.length; i++) {
        S successor = automaton.next(states.get(state), starts[i]);
        Integer known = numbers.get(successor);
        if (known == null) {
          if (states.size() == maxStates) {
            return Optional.empty();
          }
          known = states.size();
          numbers.put(successor, known);
          states.add(successor);
        }
        row[i] = known;
      }
      rows.add(row);
    }
    boolean[] accepting = new boolean[states.size()];
    for (int state = 0; state < accepting.length; state++) {
      accepting[state] = automaton.accepts(states.get(state));
    }
    return Optional.of(withSharedColumns(starts, rows, accepting));
  }

  private static Dfa withSharedColumns(int[] starts, List<int[]> rows, boolean[] accepting) {
    Map<List<Integer>, Integer> distinct = new HashMap<>();
    int[] columns = new int[starts.length];
    for (int i = 0; i < starts.length; i++) {
      List<Integer> column = new ArrayList<>(rows.size());
      for (int[] row : rows) {
        column.add(row[i]);
      }
      Integer known = distinct.putIfAbsent(column, distinct.size());
      columns[i] = known == null ? distinct.size() - 1 : known;
    }
    int[][] next = new int[rows.size()][distinct.size()];
    for (int state = 0; state < next.length; state++) {
      for (int i = 0; i < starts.length; i++) {
        next[state][columns[i]] = rows.get(state)[i];
      }
    }
    return new Dfa(starts, columns, next, accepting);
  }

  /** Where the treatment of code points may change, sorted, from 0. */
  IntStream starts() {
    return Arrays.stream(starts);
  }

  int column(int codePoint) {
    return codePoint < ASCII ? ofAscii[codePoint] : sought(codePoint);
  }

  private int sought(int codePoint) {
    int at = Arrays.binarySearch(starts, codePoint);
    return columns[at >= 0 ? at : -at - 2];
  }

  int next(int state, int column) {
    return next[state][column];
  }

  boolean accepts(int state) {
    return accepting[state];
  }

  /** What was found of it by itself, null if nothing yet. */
  Intersection.Found alone(boolean except) {
    return alone.get(except ? 1 : 0);
  }

  void setAlone(boolean except, Intersection.Found found) {
    alone.set(except ? 1 : 0, found);
  }

  Fate fate(int state) {
    return fates[state];
  }

  int size() {
    return accepting.length;
  }

  boolean accepts(String text) {
    int state = 0;
    for (int i = 0; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      state = next[state][column(codePoint)];
      i += Character.charCount(codePoint);
    }
    return accepting[state];
  }

  private static Fate[] fates(int[][] next, boolean[] accepting) {
    boolean[] mayAccept = reaching(next, accepting, true);
    boolean[] mayReject = reaching(next, accepting, false);
    Fate[] fates = new Fate[accepting.length];
    for (int state = 0; state < fates.length; state++) {
      fates[state] =
          !mayAccept[state] ? Fate.REJECTS_ALL : !mayReject[state] ? Fate.ACCEPTS_ALL : Fate.OPEN;
    }
    return fates;
  }

  /** The states from which a state of that acceptance is reachable. */
  private static boolean[] reaching(int[][] next, boolean[] accepting, boolean goal) {
    List<List<Integer>> before = new ArrayList<>();
    for (int state = 0; state < next.length; state++) {
      before.add(new ArrayList<>());
    }
    for (int state = 0; state < next.length; state++) {
      for (int successor : next[state]) {
        before.get(successor).add(state);
      }
    }
    boolean[] reaches = new boolean[next.length];
    ArrayDeque<Integer> open = new ArrayDeque<>();
    for (int state = 0; state < next.length; state++) {
      if (accepting[state] == goal) {
        reaches[state] = true;
        open.add(state);
      }
    }
    while (!open.isEmpty()) {
      for (int predecessor : before.get(open.remove())) {
        if (!reaches[predecessor]) {
          reaches[predecessor] = true;
          open.add(predecessor);
        }
      }
    }
    return reaches;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Dfa that
        && Arrays.equals(starts, that.starts)
        && Arrays.equals(columns, that.columns)
        && Arrays.deepEquals(next, that.next)
        && Arrays.equals(accepting, that.accepting);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(starts) + Arrays.hashCode(accepting);
  }
}
