package dev.tocsin.filterpattern.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import java.util.stream.IntStream;

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

  /** An answer, and what it cost. */
  record Found(Answer answer, long steps) {}

  /**
   * Product states in which a shortest string is looked for, before any string will do. A shortest
   * one is what a reader finds plausible; beyond that a search for what is missing fewest sets gets
   * there sooner.
   */
  static final int MAX_SHORTEST = 4_000;

  /** Product states visited before a search gives up. */
  public static final int MAX_STATES = 12_000;

  /** Steps after which a search gives up. */
  static final int MAX_STEPS = 600_000;

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
   * A string that is in every set, as short as possible unless that takes long; {@code Empty} iff
   * there is none, {@code Unknown} if the limits are met first.
   *
   * <p>Cost: at most the product of the sets' states, cut off at {@value #MAX_STATES}.
   */
  public static Answer shortest(List<TextSet> sets, StepBudget budget) {
    return shortest(sets, budget, MAX_STATES);
  }

  /**
   * The same for one set. What an automaton was asked before is not searched again, and yet costs
   * the same steps, so that answers do not depend on what was asked before.
   */
  public static Answer shortest(TextSet set, StepBudget budget) {
    if (!(set instanceof TextSet.Language language)) {
      return shortest(List.of(set), budget);
    }
    Found known = language.automaton().alone(language.except());
    if (known != null) {
      budget.spend(known.steps());
      return known.answer();
    }
    long before = budget.used();
    Answer answer = shortest(List.of(set), budget);
    language.automaton().setAlone(language.except(), new Found(answer, budget.used() - before));
    return answer;
  }

  /** As {@link #shortest(List, StepBudget)}, with a limit of its own. */
  public static Answer shortest(List<TextSet> sets, StepBudget budget, int maxStates) {
    TextSet.Words finite = null;
    for (TextSet set : sets) {
      if (set instanceof TextSet.Words words
          && !words.except()
          && (finite == null || words.words().size() < finite.words().size())) {
        finite = words;
      }
    }
    if (finite == null) {
      return new Intersection(sets, budget).search(maxStates);
    }
    for (String word : finite.words()) {
      budget.spend(sets.size());
      if (sets.stream().allMatch(set -> set.contains(word))) {
        return new Answer.Member(word);
      }
    }
    return new Answer.Empty();
  }

  private Answer search(int maxStates) {
    Answer answer = search(new ArrayDeque<>(), Math.min(maxStates, MAX_SHORTEST));
    return answer instanceof Answer.Unknown && maxStates > MAX_SHORTEST
        ? search(new PriorityQueue<>(Comparator.comparingInt(this::missing)), maxStates)
        : answer;
  }

  /** Searches in the order in which the queue gives visits back. */
  private Answer search(Queue<Visit> open, int maxStates) {
    List<int[]> letters = letters();
    int[] representatives = letters.remove(letters.size() - 1);
    Set<String> seen = new HashSet<>();
    Visit first = new Visit(new int[automata.size()], null, -1);
    if (isAlive(first.states)) {
      open.add(first);
      seen.add(key(first.states));
    }
    long steps = 0;
    while (!open.isEmpty()) {
      Visit visit = open.remove();
      if (missing(visit) == 0) {
        return new Answer.Member(spell(visit));
      }
      steps += representatives.length * (automata.size() + 1L);
      budget.spend(representatives.length * (automata.size() + 1L));
      for (int letter = 0; letter < representatives.length; letter++) {
        int[] states = new int[automata.size()];
        for (int i = 0; i < states.length; i++) {
          states[i] = automata.get(i).next(visit.states[i], letters.get(letter)[i]);
        }
        if (isAlive(states) && seen.add(key(states))) {
          if (seen.size() > maxStates || steps > MAX_STEPS) {
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
    int[] starts =
        IntStream.concat(IntStream.of('x'), automata.stream().flatMapToInt(Dfa::starts))
            .sorted()
            .distinct()
            .toArray();
    Map<String, Integer> representatives = new LinkedHashMap<>();
    PLEASANT.codePoints().forEach(c -> representatives.putIfAbsent(columns(c), c));
    // Control characters and halves of surrogate pairs only where nothing else will do.
    Arrays.stream(starts)
        .filter(start -> start >= ' ')
        .map(start -> isSurrogate(start) ? Character.MAX_SURROGATE + 1 : start)
        .forEach(c -> representatives.putIfAbsent(columns(c), c));
    Arrays.stream(starts)
        .filter(start -> start < ' ')
        .forEach(c -> representatives.putIfAbsent(columns(c), c));
    List<int[]> letters = new ArrayList<>();
    representatives.keySet().forEach(key -> letters.add(key.chars().toArray()));
    letters.add(representatives.values().stream().mapToInt(Integer::intValue).toArray());
    return letters;
  }

  private static boolean isSurrogate(int codePoint) {
    return Character.MIN_SURROGATE <= codePoint && codePoint <= Character.MAX_SURROGATE;
  }

  /** The columns of a character as a text, which is compared faster than a list. */
  private String columns(int codePoint) {
    char[] columns = new char[automata.size()];
    for (int i = 0; i < columns.length; i++) {
      columns[i] = (char) automata.get(i).column(codePoint);
    }
    return new String(columns);
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

  /** How many of the sets do not hold the string read so far. */
  private int missing(Visit visit) {
    int missing = 0;
    for (int i = 0; i < visit.states.length; i++) {
      if (automata.get(i).accepts(visit.states[i]) == inverted.get(i)) {
        missing++;
      }
    }
    return missing;
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
