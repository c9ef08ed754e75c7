package dev.tocsin.filterpattern.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The strings that several sets share. The product of their automata is built while it is searched,
 * and a state in which some set rejects whatever follows is never entered.
 */
public final class Intersection {

  /** What a search found. */
  public sealed interface Answer {
    /** A shortest common string. */
    record Member(String text) implements Answer {}

    /** There is no common string. */
    record Empty() implements Answer {}

    /** The product has too many states. */
    record Unknown() implements Answer {}
  }

  /** Product states visited before a search gives up. */
  static final int MAX_STATES = 20_000;

  /** Characters in the order in which a made-up string prefers them. */
  private static final String PLEASANT =
      "xyzabcdefghijklmnopqrstuvwABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./: ";

  /** A product state and the way to it. */
  private static final class Visit {
    private final int[] states;
    private final Visit before;
    private final int codePoint;

    Visit(int[] states, Visit before, int codePoint) {
      this.states = states;
      this.before = before;
      this.codePoint = codePoint;
    }
  }

  private final List<Dfa> automata = new ArrayList<>();
  private final List<Boolean> inverted = new ArrayList<>();
  private final StepBudget budget;

  private Intersection(List<TextSet> sets, StepBudget budget) {
    this.budget = budget;
    Set<String> excluded = new LinkedHashSet<>();
    for (TextSet set : sets) {
      if (set instanceof TextSet.Language language) {
        automata.add(language.automaton());
        inverted.add(language.except());
      } else if (set instanceof TextSet.Words words) {
        excluded.addAll(words.words());
      }
    }
    if (!excluded.isEmpty()) {
      automata.add(Limits.table(new WordsAutomaton(excluded)));
      inverted.add(true);
    }
  }

  /**
   * A shortest string that is in every set, {@code Empty} iff there is none.
   *
   * <p>Cost: at most the product of the sets' states, cut off at {@value #MAX_STATES}.
   */
  public static Answer shortest(List<TextSet> sets, StepBudget budget) {
    TextSet.Words finite = null;
    for (TextSet set : sets) {
      if (set instanceof TextSet.Words words
          && !words.except()
          && (finite == null || words.words().size() < finite.words().size())) {
        finite = words;
      }
    }
    if (finite == null) {
      return new Intersection(sets, budget).search();
    }
    for (String word : finite.words()) {
      budget.spend(sets.size());
      if (sets.stream().allMatch(set -> set.contains(word))) {
        return new Answer.Member(word);
      }
    }
    return new Answer.Empty();
  }

  private Answer search() {
    List<int[]> letters = letters();
    int[] representatives = letters.remove(letters.size() - 1);
    ArrayDeque<Visit> open = new ArrayDeque<>();
    Set<String> seen = new HashSet<>();
    Visit first = new Visit(new int[automata.size()], null, -1);
    if (isAlive(first.states)) {
      open.add(first);
      seen.add(key(first.states));
    }
    while (!open.isEmpty()) {
      Visit visit = open.remove();
      if (isAccepting(visit.states)) {
        return new Answer.Member(spell(visit));
      }
      for (int letter = 0; letter < representatives.length; letter++) {
        budget.spend(automata.size() + 1L);
        int[] states = new int[automata.size()];
        for (int i = 0; i < states.length; i++) {
          states[i] = automata.get(i).next(visit.states[i], letters.get(letter)[i]);
        }
        if (isAlive(states) && seen.add(key(states))) {
          if (seen.size() > MAX_STATES) {
            return new Answer.Unknown();
          }
          open.add(new Visit(states, visit, representatives[letter]));
        }
      }
    }
    return new Answer.Empty();
  }

  /**
   * The letters that the automata tell apart, each as its column in every automaton; the last entry
   * is a character for each.
   */
  private List<int[]> letters() {
    SortedSet<Integer> starts = new TreeSet<>();
    for (Dfa automaton : automata) {
      for (int start : automaton.starts()) {
        starts.add(start);
      }
    }
    starts.add((int) 'x');
    Map<List<Integer>, Integer> representatives = new LinkedHashMap<>();
    PLEASANT.codePoints().forEach(c -> representatives.putIfAbsent(columns(c), c));
    // Control characters and halves of surrogate pairs only where nothing else will do.
    starts.tailSet((int) ' ').stream()
        .map(start -> isSurrogate(start) ? Character.MAX_SURROGATE + 1 : start)
        .forEach(c -> representatives.putIfAbsent(columns(c), c));
    starts.headSet((int) ' ').forEach(c -> representatives.putIfAbsent(columns(c), c));
    List<int[]> letters = new ArrayList<>();
    representatives.keySet().forEach(key -> letters.add(toArray(key)));
    letters.add(toArray(List.copyOf(representatives.values())));
    return letters;
  }

  private static boolean isSurrogate(int codePoint) {
    return Character.MIN_SURROGATE <= codePoint && codePoint <= Character.MAX_SURROGATE;
  }

  private static int[] toArray(List<Integer> list) {
    return list.stream().mapToInt(Integer::intValue).toArray();
  }

  private List<Integer> columns(int codePoint) {
    return automata.stream().map(automaton -> automaton.column(codePoint)).toList();
  }

  private boolean isAlive(int[] states) {
    for (int i = 0; i < states.length; i++) {
      Dfa.Fate fate = automata.get(i).fate(states[i]);
      if (fate == (inverted.get(i) ? Dfa.Fate.ACCEPTS_ALL : Dfa.Fate.REJECTS_ALL)) {
        return false;
      }
    }
    return true;
  }

  private boolean isAccepting(int[] states) {
    for (int i = 0; i < states.length; i++) {
      if (automata.get(i).accepts(states[i]) == inverted.get(i)) {
        return false;
      }
    }
    return true;
  }

  /** States that differ only where everything is already certain are the same state. */
  private String key(int[] states) {
    char[] key = new char[states.length];
    for (int i = 0; i < states.length; i++) {
      boolean certain = automata.get(i).fate(states[i]) != Dfa.Fate.OPEN;
      key[i] = certain ? Character.MAX_VALUE : (char) states[i];
    }
    return new String(key);
  }

  private static String spell(Visit last) {
    StringBuilder reversed = new StringBuilder();
    for (Visit visit = last; visit.before != null; visit = visit.before) {
      reversed.insert(0, Character.toString(visit.codePoint));
    }
    return reversed.toString();
  }
}
