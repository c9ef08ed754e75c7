package dev.tocsin.filterpattern.decide;

import dev.tocsin.filterpattern.condition.ValueSet;
import dev.tocsin.filterpattern.text.Intersection;
import dev.tocsin.filterpattern.text.StepBudget;
import dev.tocsin.filterpattern.text.TextSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All domains of one question, each made once. */
final class DomainTable {

  /** Domains of one search, so that memory is bounded beside the steps. */
  private static final int MAX_DOMAINS = 200_000;

  private final StepBudget budget;
  private final Map<List<Integer>, Domain> domains = new HashMap<>();
  private final Map<PathTree.Node, Set<String>> constants = new HashMap<>();
  private final Map<Integer, List<String>> candidates = new HashMap<>();
  private final Domain everything = new Domain(this, List.of(), List.of());
  private final Set<String> doubts = new LinkedHashSet<>();

  DomainTable(Translation translation, StepBudget budget) {
    this.budget = budget;
    for (Literal literal : translation.literals()) {
      if (literal.positive() && literal instanceof Literal.Field field) {
        constants
            .computeIfAbsent(field.node(), node -> new LinkedHashSet<>())
            .addAll(constants(field.values().strings()));
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

  private List<String> constants(TextSet set) {
    if (set instanceof TextSet.Words words) {
      return List.copyOf(words.words());
    }
    Intersection.Answer shortest = Intersection.shortest(List.of(set), budget);
    return shortest instanceof Intersection.Answer.Member member
        ? List.of(member.text())
        : List.of();
  }

  StepBudget budget() {
    return budget;
  }

  /** Every value. */
  Domain everything() {
    return everything;
  }

  /** The constants of the node that these literals are about, then changed ones. */
  List<String> candidates(List<Integer> literals) {
    return literals.isEmpty() ? List.of("x") : candidates.get(literals.get(0));
  }

  Domain and(Domain domain, Literal.Field literal) {
    budget.spend(1);
    int at = Collections.binarySearch(domain.literals(), literal.id());
    if (at >= 0) {
      return domain;
    }
    List<Integer> literals = new ArrayList<>(domain.literals());
    literals.add(-at - 1, literal.id());
    Domain known = domains.get(literals);
    if (known == null) {
      if (domains.size() == MAX_DOMAINS) {
        throw new Unsupported("more than " + MAX_DOMAINS + " combinations of values");
      }
      List<ValueSet> sets = new ArrayList<>(domain.sets());
      sets.add(literal.values());
      known = new Domain(this, List.copyOf(literals), sets);
      domains.put(known.literals(), known);
    }
    return known;
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
