package dev.tocsin.filterpattern.decide;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.filterpattern.condition.Kind;
import dev.tocsin.filterpattern.decide.PathTree.Node;
import dev.tocsin.filterpattern.text.StepBudget;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The shape of JSON: a field needs an object above it, an element an array and all elements before
 * it. Narrows the kinds of every node to those that fit the nodes around it; since the nodes form a
 * tree, two passes make each remaining kind of each node part of some whole.
 */
final class Shape {

  private static final Set<Kind> CONTAINERS = EnumSet.of(Kind.OBJECT, Kind.ARRAY);

  private static final long STEPS_PER_NODE = 8;

  private final PathTree tree;
  private final Elements elements;
  private final StepBudget budget;

  Shape(PathTree tree, Elements elements, StepBudget budget) {
    this.tree = tree;
    this.elements = elements;
    this.budget = budget;
  }

  /** Narrows the kinds in a state; false iff no record has this shape. */
  boolean fit(State state) {
    List<Node> nodes = tree.nodes();
    budget.spend(STEPS_PER_NODE * nodes.size());
    for (int i = nodes.size() - 1; i >= 0; i--) {
      Node node = nodes.get(i);
      EnumSet<Kind> possible = fromBelow(node, state);
      if (possible.isEmpty()) {
        return false;
      }
      state.setKinds(node, possible);
    }
    for (Node node : nodes) {
      if (!pushDown(node, state)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Settles a node on a value of one of its kinds, after all nodes above it; false iff no record
   * has this shape. A node with nothing below it, in a tree without elements, asks for nothing but
   * what is above it, which is settled.
   */
  boolean settle(Node node, JsonNode value, State state) {
    state.settle(node, value);
    boolean noneIsWanted = state.others().stream().allMatch(one -> one instanceof Literal.Opaque);
    if (node.keys().isEmpty() && !tree.hasElements() && noneIsWanted) {
      state.setKinds(node, EnumSet.of(Kind.of(value)));
      return true;
    }
    return fit(state);
  }

  private EnumSet<Kind> fromBelow(Node node, State state) {
    EnumSet<Kind> possible = state.domain(node).kinds(state.limit(node), elements.optimistic());
    for (Node key : node.keys()) {
      if (!state.kinds(key).contains(Kind.MISSING)) {
        possible.retainAll(EnumSet.of(Kind.OBJECT));
      }
    }
    boolean arrayFits = true;
    boolean allPresent = true;
    for (Node element : node.elements().values()) {
      EnumSet<Kind> kinds = state.kinds(element);
      boolean mustBePresent = !kinds.contains(Kind.MISSING);
      if (mustBePresent) {
        possible.retainAll(EnumSet.of(Kind.ARRAY));
        arrayFits &= allPresent;
      }
      allPresent &= kinds.size() > 1 || mustBePresent;
    }
    if (elements.areWanted(node, state)) {
      possible.retainAll(CONTAINERS);
      // INVARIANT: beside a wildcard no element before the last node is left untold.
      arrayFits &= allPresent;
      if (!possible.isEmpty() && !elements.exist(node, state)) {
        possible.clear();
      }
    }
    if (!arrayFits) {
      possible.remove(Kind.ARRAY);
    }
    return possible;
  }

  private boolean pushDown(Node node, State state) {
    EnumSet<Kind> kinds = state.kinds(node);
    if (!kinds.contains(Kind.OBJECT) && !allMissing(node.keys(), state)) {
      return false;
    }
    if (!kinds.contains(Kind.ARRAY)) {
      return allMissing(node.elements().values(), state);
    }
    return pushAlong(node, state);
  }

  private static boolean allMissing(Iterable<Node> nodes, State state) {
    for (Node node : nodes) {
      if (!state.kinds(node).contains(Kind.MISSING)) {
        return false;
      }
      state.setKinds(node, EnumSet.of(Kind.MISSING));
    }
    return true;
  }

  /** Elements before one that is there are there; those behind one that is missing are missing. */
  private boolean pushAlong(Node node, State state) {
    boolean isArray = state.kinds(node).equals(EnumSet.of(Kind.ARRAY));
    boolean laterPresent = isArray && elements.areWanted(node, state);
    for (Node element : node.elements().descendingMap().values()) {
      EnumSet<Kind> kinds = EnumSet.copyOf(state.kinds(element));
      if (laterPresent) {
        kinds.remove(Kind.MISSING);
      }
      laterPresent |= !kinds.contains(Kind.MISSING);
      // A kind that was only assumed to have values may now be the only one left.
      EnumSet<Kind> possible = state.domain(element).kinds(kinds, elements.optimistic());
      if (possible.isEmpty()) {
        return false;
      }
      state.setKinds(element, possible);
    }
    boolean earlierMissing = false;
    for (Node element : node.elements().values()) {
      if (earlierMissing && !allMissing(List.of(element), state)) {
        return false;
      }
      earlierMissing |= state.kinds(element).equals(EnumSet.of(Kind.MISSING));
    }
    return true;
  }
}
