package dev.tocsin.filterpattern.match;

import dev.tocsin.filterpattern.syntax.CodePoints;
import dev.tocsin.filterpattern.syntax.RegexNode;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Searches a text for a regular expression by following all possibilities at once, so the time is
 * at most the length of the text times the size of the expression. Immutable once made.
 */
final class RegexMatcher {
  /** Consumes a code point of the set, or passes free of charge where the anchor holds. */
  private static final class State {
    private final CodePoints consumes;
    private final boolean atStart;
    private final boolean atEnd;
    private int[] next;

    State(CodePoints consumes, boolean atStart, boolean atEnd, int... next) {
      this.consumes = consumes;
      this.atStart = atStart;
      this.atEnd = atEnd;
      this.next = next;
    }
  }

  private final List<State> states = new ArrayList<>();
  private final int start;
  private final int found;

  RegexMatcher(RegexNode regex) {
    found = add(new State(null, false, false));
    start = compile(regex, found);
  }

  /** Whether some part of the text is described by the expression. */
  boolean find(String text) {
    BitSet current = new BitSet();
    int length = text.length();
    int i = 0;
    while (true) {
      enter(start, i == 0, i == length, current);
      if (current.get(found)) {
        return true;
      }
      if (i == length) {
        return false;
      }
      int codePoint = text.codePointAt(i);
      i += Character.charCount(codePoint);
      BitSet next = new BitSet();
      for (int s = current.nextSetBit(0); s >= 0; s = current.nextSetBit(s + 1)) {
        State state = states.get(s);
        if (state.consumes != null && state.consumes.contains(codePoint)) {
          enter(state.next[0], false, i == length, next);
        }
      }
      current = next;
    }
  }

  /** Adds the state and all that it reaches without consuming. */
  private void enter(int s, boolean atStart, boolean atEnd, BitSet into) {
    State state = states.get(s);
    if (into.get(s) || (state.atStart && !atStart) || (state.atEnd && !atEnd)) {
      return;
    }
    into.set(s);
    if (state.consumes == null) {
      for (int next : state.next) {
        enter(next, atStart, atEnd, into);
      }
    }
  }

  private int add(State state) {
    states.add(state);
    return states.size() - 1;
  }

  private int fork(int... next) {
    return add(new State(null, false, false, next));
  }

  /** The state from which the node leads to {@code next}. */
  private int compile(RegexNode node, int next) {
    if (node instanceof RegexNode.Characters characters) {
      return add(new State(characters.set(), false, false, next));
    }
    if (node instanceof RegexNode.Start) {
      return add(new State(null, true, false, next));
    }
    if (node instanceof RegexNode.End) {
      return add(new State(null, false, true, next));
    }
    if (node instanceof RegexNode.Repeat repeat) {
      return repeat(repeat, next);
    }
    if (node instanceof RegexNode.Choice choice) {
      return fork(choice.alternatives().stream().mapToInt(part -> compile(part, next)).toArray());
    }
    int entry = next;
    List<RegexNode> parts = ((RegexNode.Sequence) node).parts();
    for (int i = parts.size() - 1; i >= 0; i--) {
      entry = compile(parts.get(i), entry);
    }
    return entry;
  }

  private int repeat(RegexNode.Repeat repeat, int next) {
    int entry = next;
    if (repeat.max().isEmpty()) {
      entry = fork();
      states.get(entry).next = new int[] {compile(repeat.characters(), entry), next};
    } else {
      for (int i = repeat.min(); i < repeat.max().getAsInt(); i++) {
        entry = fork(compile(repeat.characters(), entry), next);
      }
    }
    for (int i = 0; i < repeat.min(); i++) {
      entry = compile(repeat.characters(), entry);
    }
    return entry;
  }
}
