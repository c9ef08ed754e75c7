package dev.tocsin.filterpattern.decide;

import dev.tocsin.filterpattern.text.Intersection;
import dev.tocsin.filterpattern.text.StepBudget;
import dev.tocsin.filterpattern.text.TextSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the domains of one question share: the strings worth trying at each node, the budget, and
 * what could not be found out for certain.
 */
final class Clues {

  private final StepBudget budget;
  private final Map<PathTree.Node, Set<String>> constants = new HashMap<>();
  private final Map<Integer, List<String>> candidates = new HashMap<>();
  private final Set<String> doubts = new LinkedHashSet<>();

  Clues(Translation translation, StepBudget budget) {
    this.budget = budget;
    for (Literal literal : translation.literals()) {
      if (literal.positive() && literal instanceof Literal.Field field) {
        constants
            .computeIfAbsent(field.node(), node -> new LinkedHashSet<>())
            .addAll(constants(field.values().strings(), budget));
      }
    }
    Map<PathTree.Node, List<String>> byNode = new HashMap<>();
    for (Literal literal : translation.literals()) {
      if (literal instanceof Literal.Field field) {
        candidates.put(
            field.id(), byNode.computeIfAbsent(field.node(), node -> withChanged(constants(node))));
      }
    }
  }

  /** Strings that stand in the values compared at a node, those named first first. */
  Set<String> constants(PathTree.Node node) {
    return constants.getOrDefault(node, Set.of());
  }

  /**
   * What settles most questions without an automaton: for {@code DisableKey} and {@code Delete*}
   * the constants themselves, {@code DisableKeyX} and {@code DeleteX}, which are neither but begin
   * alike, all of them in a row, which contains each, and {@code x}, which has nothing of any.
   */
  private static List<String> withChanged(Set<String> constants) {
    Set<String> all = new LinkedHashSet<>(constants);
    constants.forEach(constant -> all.add(constant + "X"));
    all.add(String.join("", constants));
    all.add("x");
    return List.copyOf(all);
  }

  /** The words of the set, or its shortest text. */
  static List<String> constants(TextSet set, StepBudget budget) {
    if (set instanceof TextSet.Words words) {
      return List.copyOf(words.words());
    }
    Intersection.Answer shortest = Intersection.shortest(set, budget);
    return shortest instanceof Intersection.Answer.Member member
        ? List.of(member.text())
        : List.of();
  }

  StepBudget budget() {
    return budget;
  }

  /** The constants of the node that these literals are about, then changed ones. */
  List<String> candidates(List<Integer> literals) {
    return literals.isEmpty() ? List.of("x") : candidates.get(literals.get(0));
  }

  /** Remembers an answer that was not certain. */
  void doubt(String what) {
    doubts.add(what);
  }

  /** What was asked without a certain answer. */
  Set<String> doubts() {
    return doubts;
  }
}
