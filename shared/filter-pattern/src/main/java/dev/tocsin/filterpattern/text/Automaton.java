package dev.tocsin.filterpattern.text;

import java.util.SortedSet;

/**
 * A deterministic automaton described by a function, explored by {@link Dfa#explore}.
 *
 * @param <S> a state; states with equal futures should be equal
 */
interface Automaton<S> {

  S start();

  S next(S state, int codePoint);

  boolean accepts(S state);

  /**
   * Where behaviour may change: all code points from one boundary up to the next are treated alike.
   */
  SortedSet<Integer> boundaries();
}
