package dev.tocsin.filterpattern.decide;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.tocsin.filterpattern.condition.Condition;
import dev.tocsin.filterpattern.condition.Kind;
import dev.tocsin.filterpattern.decide.PathTree.Node;
import dev.tocsin.filterpattern.text.StepBudget;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The elements that {@code [*]} and {@code .*} look for. Each wanted element is one of its own, so
 * that it must fulfil its condition and none of those that no element may fulfil: a question like
 * the one about the record, only smaller.
 */
final class Elements {

  private static final EnumSet<Kind> PRESENT = EnumSet.complementOf(EnumSet.of(Kind.MISSING));

  private final StepBudget budget;
  private final boolean optimistic;
  private final Map<Condition, Solver.Answer> answers = new HashMap<>();
  private boolean approximated;

  Elements(StepBudget budget, boolean optimistic) {
    this.budget = budget;
    this.optimistic = optimistic;
  }

  /** Whether some answer was not certain. */
  boolean approximated() {
    return approximated;
  }

  boolean areWanted(Node container, State state) {
    return state.others().stream().anyMatch(other -> isAbout(other, container) && other.positive());
  }

  /** Whether no element may fulfil some condition. */
  boolean areLimited(Node container, State state) {
    return state.others().stream()
        .anyMatch(other -> isAbout(other, container) && !other.positive());
  }

  private static boolean isAbout(Literal literal, Node container) {
    return literal instanceof Literal.Element element && element.container() == container;
  }

  /** Whether every wanted element is possible on its own. */
  boolean exist(Node container, State state) {
    return wanted(container, state).stream().allMatch(this::isPossible);
  }

  private boolean isPossible(Condition condition) {
    Solver.Answer answer = answer(condition);
    return answer.found().isPresent();
  }

  private Solver.Answer answer(Condition condition) {
    Solver.Answer known = answers.get(condition);
    if (known == null) {
      known = Solver.solve(condition, PRESENT, MissingNode.getInstance(), budget, optimistic);
      approximated |= known.approximated();
      answers.put(condition, known);
    }
    return known;
  }

  /** One element for each that is wanted. Precondition: they {@link #exist}. */
  List<JsonNode> make(Node container, State state) {
    List<JsonNode> made = new ArrayList<>();
    for (Condition condition : wanted(container, state)) {
      made.add(answer(condition).found().orElseThrow().write(MissingNode.getInstance()));
    }
    return made;
  }

  private static List<Condition> wanted(Node container, State state) {
    List<Condition> limits = new ArrayList<>();
    for (Literal other : state.others()) {
      if (isAbout(other, container) && !other.positive()) {
        limits.add(Condition.not(((Literal.Element) other).element()));
      } else if (other instanceof Literal.Elsewhere elsewhere && !other.positive()) {
        limits.add(Condition.not(new Condition.RawText(elsewhere.text())));
      }
    }
    List<Condition> wanted = new ArrayList<>();
    for (Literal other : state.others()) {
      if (isAbout(other, container) && other.positive()) {
        List<Condition> parts = new ArrayList<>(List.of(((Literal.Element) other).element()));
        parts.addAll(limits);
        wanted.add(new Condition.All(parts));
      }
    }
    return wanted;
  }
}
