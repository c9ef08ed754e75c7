package dev.tocsin.filterpattern.text;

/** What one automaton may cost. */
final class Limits {

  /** States of the automaton of one value; a value of 1,024 characters needs fewer. */
  static final int STATES = 3_000;

  private Limits() {}

  /** The table of an automaton that is as small as the value it was made from. */
  static Dfa table(Automaton<?> automaton) {
    return Dfa.explore(automaton, Integer.MAX_VALUE)
        .orElseThrow(() -> new IllegalStateException("an unlimited automaton met a limit"));
  }
}
