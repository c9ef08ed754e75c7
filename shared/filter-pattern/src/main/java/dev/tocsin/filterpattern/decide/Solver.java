package dev.tocsin.filterpattern.decide;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.filterpattern.condition.Condition;
import dev.tocsin.filterpattern.condition.Kind;
import dev.tocsin.filterpattern.text.StepBudget;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Finds a JSON value that fulfils a condition. */
final class Solver {

  /**
   * What was found.
   *
   * @param found a model, if there is one
   * @param doubts what was met on the way and is not known for certain
   */
  record Answer(Optional<Solution> found, Set<String> doubts) {}

  private Solver() {}

  /**
   * A model of the condition.
   *
   * <p>Without doubts, a model is found iff there is one. Otherwise, an optimistic search that
   * finds none shows that there is none, and a pessimistic one that finds a model shows that it is
   * one.
   *
   * @param condition with its readings settled
   * @param rootKinds what the value may be
   * @param hint a value to stay close to
   * @param elements decides which elements exist, and whether the search is optimistic
   */
  static Answer solve(
      Condition condition,
      Set<Kind> rootKinds,
      JsonNode hint,
      Elements elements,
      StepBudget budget) {
    Translation translation = new Translation(condition, hint);
    Clues clues = new Clues(translation, budget);
    DomainTable domains = new DomainTable(clues, budget);
    Shape shape = new Shape(translation.tree(), elements, budget);
    Assumptions assumptions = new Assumptions(translation, elements.optimistic());
    State start = new State(translation.tree().nodes().size(), domains, rootKinds);
    Optional<State> solved = new Search(translation, shape, assumptions, budget).find(start);
    Set<String> doubts = new LinkedHashSet<>(clues.doubts());
    doubts.addAll(assumptions.doubts());
    doubts.addAll(elements.doubts());
    return new Answer(
        solved.map(state -> new Solution(translation, clues, elements, shape, state)), doubts);
  }
}
