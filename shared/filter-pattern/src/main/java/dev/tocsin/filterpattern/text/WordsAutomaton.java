package dev.tocsin.filterpattern.text;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** Accepts exactly the given words. */
final class WordsAutomaton implements Automaton<WordsAutomaton.Node> {

  /** A node of the words' tree of prefixes; compared by identity. */
  static final class Node {
    private final Map<Integer, Node> children = new HashMap<>();
    private boolean word;
  }

  private final Node root = new Node();
  private final Node elsewhere = new Node();
  private final SortedSet<Integer> boundaries = new TreeSet<>();

  WordsAutomaton(Collection<String> words) {
    for (String word : words) {
      Node node = root;
      for (int codePoint : word.codePoints().toArray()) {
        boundaries.add(codePoint);
        boundaries.add(codePoint + 1);
        node = node.children.computeIfAbsent(codePoint, unused -> new Node());
      }
      node.word = true;
    }
  }

  @Override
  public Node start() {
    return root;
  }

  @Override
  public Node next(Node state, int codePoint) {
    return state.children.getOrDefault(codePoint, elsewhere);
  }

  @Override
  public boolean accepts(Node state) {
    return state.word;
  }

  @Override
  public SortedSet<Integer> boundaries() {
    return boundaries;
  }
}
