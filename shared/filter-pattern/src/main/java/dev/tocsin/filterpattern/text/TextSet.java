package dev.tocsin.filterpattern.text;

import dev.tocsin.filterpattern.reading.WildcardReading;
import dev.tocsin.filterpattern.syntax.RegexNode;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A set of strings that is a regular language. Immutable; equal if written alike. */
public sealed interface TextSet {

  /** Every string, also the empty one. */
  TextSet ALL = new Words(Set.of(), true);

  /** No string. */
  TextSet NONE = new Words(Set.of(), false);

  /** Whether the string is in the set. */
  boolean contains(String text);

  /** The strings that are not in the set. */
  TextSet complement();

  /** Some words, or every string except them. */
  record Words(Set<String> words, boolean except) implements TextSet {
    public Words {
      words = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(words));
    }

    @Override
    public boolean contains(String text) {
      return words.contains(text) != except;
    }

    @Override
    public TextSet complement() {
      return new Words(words, !except);
    }
  }

  /** What an automaton accepts, or everything else. */
  record Language(Dfa automaton, boolean except) implements TextSet {

    @Override
    public boolean contains(String text) {
      return automaton.accepts(text) != except;
    }

    @Override
    public TextSet complement() {
      return new Language(automaton, !except);
    }
  }

  /** Exactly the given words. */
  static TextSet words(Collection<String> words) {
    return new Words(new LinkedHashSet<>(words), false);
  }

  /** Exactly one word. */
  static TextSet word(String word) {
    return new Words(Set.of(word), false);
  }

  /**
   * The strings that consist of the pieces with anything between them that the reading of {@code *}
   * allows.
   */
  static TextSet wildcard(List<String> pieces, WildcardReading reading) {
    if (pieces.size() == 1) {
      return word(pieces.get(0));
    }
    if (pieces.stream().allMatch(String::isEmpty)) {
      return ALL;
    }
    return new Language(Limits.table(new WildcardAutomaton(pieces, reading)), false);
  }

  /** The strings in which {@code text} occurs. */
  static TextSet containing(String text) {
    return wildcard(List.of("", text, ""), WildcardReading.GLOB);
  }

  /**
   * The strings in which the expression is found; empty if its automaton would have more than
   * {@value Limits#STATES} states, or its repetitions more than {@value Limits#PLACES} places.
   */
  static Optional<TextSet> finding(RegexNode regex) {
    RegexAutomaton automaton = new RegexAutomaton(regex, Limits.PLACES);
    if (automaton.tooLarge()) {
      return Optional.empty();
    }
    return Dfa.explore(automaton, Limits.STATES).map(table -> new Language(table, false));
  }
}
