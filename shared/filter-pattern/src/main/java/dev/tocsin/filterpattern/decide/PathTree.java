package dev.tocsin.filterpattern.decide;

import dev.tocsin.filterpattern.condition.FieldPath;
import dev.tocsin.filterpattern.condition.FieldPath.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The paths a question speaks of, as a tree; every part of a path is a node of its own. */
final class PathTree {

  /** A place in the record. */
  static final class Node {
    private final int number;
    private final Node parent;
    private final FieldPath path;
    private final Map<String, Node> keys = new HashMap<>();
    private final List<Node> keyOrder = new ArrayList<>();
    private final TreeMap<Integer, Node> elements = new TreeMap<>();

    private Node(int number, Node parent, FieldPath path) {
      this.number = number;
      this.parent = parent;
      this.path = path;
    }

    /** Position in {@link PathTree#nodes()}; larger than that of its parent. */
    int number() {
      return number;
    }

    /** Null for the root. */
    Node parent() {
      return parent;
    }

    FieldPath path() {
      return path;
    }

    /** The last step of the path. Precondition: not the root. */
    Step step() {
      return path.steps().get(path.steps().size() - 1);
    }

    List<Node> keys() {
      return keyOrder;
    }

    /** By index. */
    NavigableMap<Integer, Node> elements() {
      return elements;
    }

    List<Node> children() {
      List<Node> children = new ArrayList<>(keyOrder);
      children.addAll(elements.values());
      return children;
    }
  }

  /** Places that a question may speak of; patterns of 1,024 characters name some 150 each. */
  private static final int MAX_NODES = 4_000;

  /** The last index beside a wildcard, since all elements before it become nodes. */
  private static final int MAX_FILLED = 32;

  private final List<Node> nodes = new ArrayList<>();
  private boolean hasElements;

  PathTree() {
    nodes.add(new Node(0, null, FieldPath.ROOT));
  }

  Node root() {
    return nodes.get(0);
  }

  /** Parents before their children. */
  List<Node> nodes() {
    return nodes;
  }

  /** Whether some node is an element of an array. */
  boolean hasElements() {
    return hasElements;
  }

  /** The node of a path, made if it is new. */
  Node at(FieldPath path) {
    Node node = root();
    for (Step step : path.steps()) {
      node = child(node, step);
    }
    return node;
  }

  private Node child(Node parent, Step step) {
    Node known =
        step instanceof Step.Key key
            ? parent.keys.get(key.name())
            : parent.elements.get(((Step.Index) step).index());
    if (known != null) {
      return known;
    }
    if (nodes.size() == MAX_NODES) {
      throw new Unsupported("more than " + MAX_NODES + " places in a record");
    }
    Node node = new Node(nodes.size(), parent, parent.path.then(step));
    nodes.add(node);
    if (step instanceof Step.Key key) {
      parent.keys.put(key.name(), node);
      parent.keyOrder.add(node);
    } else {
      hasElements = true;
      parent.elements.put(((Step.Index) step).index(), node);
    }
    return node;
  }

  /** Adds the elements before those that are there, so that none is left untold. */
  void fillElements(Node array) {
    if (array.elements.isEmpty()) {
      return;
    }
    int last = array.elements.lastKey();
    if (last > MAX_FILLED) {
      throw new Unsupported("element " + last + " of `" + array.path + "` beside all elements");
    }
    for (int i = 0; i < last; i++) {
      child(array, new Step.Index(i));
    }
  }
}
