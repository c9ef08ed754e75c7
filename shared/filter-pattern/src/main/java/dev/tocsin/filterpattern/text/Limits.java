package dev.tocsin.filterpattern.text;

/** What one automaton may cost. */
final class Limits {

  /** States of the automaton of one regular expression. */
  static final int STATES = 2_000;

  /** Places in one regular expression after its repetitions are written out. */
  static final int PLACES = 500;

  private Limits() {}

  /** The table of an automaton that is as small as the value it was made from. */
  static Dfa table(Automaton<?> automaton) {
    return Dfa.explore(automaton, Integer.MAX_VALUE)
        .orElseThrow(() -> new IllegalStateException("an unlimited automaton met a limit"));
  }
}
