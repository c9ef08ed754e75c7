package dev.tocsin.filterpattern.text;

import dev.tocsin.filterpattern.syntax.CodePoints;
import dev.tocsin.filterpattern.syntax.RegexNode;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Accepts the texts in which a regular expression is found. A state is the set of places in the
 * expression where some attempt may stand; once an attempt is complete nothing else matters.
 */
final class RegexAutomaton implements Automaton<RegexAutomaton.State> {

  /** Where the attempts stand, and whether nothing has been read yet. */
  record State(BitSet places, boolean first) {}

  private enum Kind {
    FREE,
    AT_START,
    AT_END,
    CHARACTERS
  }

  private record Edge(Kind kind, int to, CodePoints characters) {}

  private static final CodePoints NOTHING = new CodePoints(List.of());

  private final List<List<Edge>> edges = new ArrayList<>();
  private final SortedSet<Integer> boundaries = new TreeSet<>();
  private final int maxPlaces;
  private final int entry;
  private final int exit;

  /** For each place, where an attempt that stands there may stand without reading on. */
  private final List<BitSet> closures = new ArrayList<>();

  /** The places from which the expression is complete if the text ends. */
  private final BitSet finals = new BitSet();

  private boolean tooLarge;

  RegexAutomaton(RegexNode regex, int maxPlaces) {
    this.maxPlaces = maxPlaces;
    this.entry = place();
    this.exit = place();
    build(regex, entry, exit);
    for (int place = 0; place < edges.size() && !tooLarge; place++) {
      BitSet here = new BitSet();
      here.set(place);
      closures.add(closure(here, false, false));
      finals.set(place, closure(here, false, true).get(exit));
    }
  }

  /** Whether repetitions expand to more places than allowed; then nothing else may be asked. */
  boolean tooLarge() {
    return tooLarge;
  }

  private int place() {
    edges.add(new ArrayList<>());
    tooLarge |= edges.size() > maxPlaces;
    return edges.size() - 1;
  }

  private void free(int from, int to) {
    edges.get(from).add(new Edge(Kind.FREE, to, NOTHING));
  }

  private void build(RegexNode node, int from, int to) {
    if (tooLarge) {
      return;
    }
    if (node instanceof RegexNode.Choice choice) {
      choice.alternatives().forEach(alternative -> build(alternative, from, to));
    } else if (node instanceof RegexNode.Sequence sequence) {
      int at = from;
      for (RegexNode part : sequence.parts()) {
        int after = place();
        build(part, at, after);
        at = after;
      }
      free(at, to);
    } else if (node instanceof RegexNode.Repeat repeat) {
      repeat(repeat, from, to);
    } else if (node instanceof RegexNode.Characters characters) {
      read(characters.set(), from, to);
    } else {
      Kind kind = node instanceof RegexNode.Start ? Kind.AT_START : Kind.AT_END;
      edges.get(from).add(new Edge(kind, to, NOTHING));
    }
  }

  private void read(CodePoints set, int from, int to) {
    edges.get(from).add(new Edge(Kind.CHARACTERS, to, set));
    for (CodePoints.Range range : set.ranges()) {
      boundaries.add(range.first());
      if (range.last() < Character.MAX_CODE_POINT) {
        boundaries.add(range.last() + 1);
      }
    }
  }

  private void repeat(RegexNode.Repeat repeat, int from, int to) {
    CodePoints set = repeat.characters().set();
    int at = from;
    for (int i = 0; i < repeat.min() && !tooLarge; i++) {
      int after = place();
      read(set, at, after);
      at = after;
    }
    if (repeat.max().isEmpty()) {
      int loop = place();
      free(at, loop);
      read(set, loop, loop);
      free(loop, to);
      return;
    }
    for (int i = repeat.min(); i < repeat.max().getAsInt() && !tooLarge; i++) {
      int after = place();
      free(at, to);
      read(set, at, after);
      at = after;
    }
    free(at, to);
  }

  @Override
  public State start() {
    BitSet places = new BitSet();
    places.set(entry);
    return state(closure(places, true, false), true);
  }

  @Override
  public State next(State state, int codePoint) {
    if (state.places().get(exit)) {
      return new State(state.places(), false);
    }
    BitSet moved = new BitSet();
    for (int at = state.places().nextSetBit(0); at >= 0; at = state.places().nextSetBit(at + 1)) {
      for (Edge edge : edges.get(at)) {
        if (edge.kind() == Kind.CHARACTERS && edge.characters().contains(codePoint)) {
          moved.or(closures.get(edge.to()));
        }
      }
    }
    moved.or(closures.get(entry));
    return state(moved, false);
  }

  /** Precondition: the places are closed. */
  private State state(BitSet closed, boolean first) {
    if (!closed.get(exit)) {
      return new State(closed, first);
    }
    BitSet found = new BitSet();
    found.set(exit);
    return new State(found, false);
  }

  @Override
  public boolean accepts(State state) {
    return state.first()
        ? closure(state.places(), true, true).get(exit)
        : state.places().intersects(finals);
  }

  private BitSet closure(BitSet places, boolean atStart, boolean atEnd) {
    BitSet closed = (BitSet) places.clone();
    List<Integer> open = new ArrayList<>();
    places.stream().forEach(open::add);
    while (!open.isEmpty()) {
      for (Edge edge : edges.get(open.remove(open.size() - 1))) {
        boolean passes =
            edge.kind() == Kind.FREE
                || (edge.kind() == Kind.AT_START && atStart)
                || (edge.kind() == Kind.AT_END && atEnd);
        if (passes && !closed.get(edge.to())) {
          closed.set(edge.to());
          open.add(edge.to());
        }
      }
    }
    return closed;
  }

  @Override
  public SortedSet<Integer> boundaries() {
    return boundaries;
  }
}
