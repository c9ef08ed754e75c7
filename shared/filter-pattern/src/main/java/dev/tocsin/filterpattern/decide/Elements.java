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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The elements that {@code [*]} and {@code .*} look for. Each wanted element is one of its own, so
 * that it must fulfil its condition and none of those that no element may fulfil: a question like
 * the one about the record, only smaller.
 */
final class Elements {

  private static final EnumSet<Kind> PRESENT = EnumSet.complementOf(EnumSet.of(Kind.MISSING));

  /** How deep a text is hidden where shallower places are taken. */
  private static final int MAX_DEPTH = 4;

  private final StepBudget budget;
  private final boolean optimistic;
  private final int depth;
  private final Map<Condition, Solver.Answer> answers = new HashMap<>();
  private final Set<String> doubts = new LinkedHashSet<>();

  /** The elements of a value that is itself {@code depth} elements away from the record. */
  Elements(StepBudget budget, boolean optimistic, int depth) {
    this.budget = budget;
    this.optimistic = optimistic;
    this.depth = depth;
  }

  /** Whether what is unknown counts as possible. */
  boolean optimistic() {
    return optimistic;
  }

  /** What was asked without a certain answer. */
  Set<String> doubts() {
    return doubts;
  }

  boolean areWanted(Node container, State state) {
    return state.others().stream().anyMatch(other -> isWanted(other, container));
  }

  /** A text that occurs somewhere in a record occurs in some element of its root. */
  private static boolean isWanted(Literal literal, Node container) {
    return literal.positive()
        && (isAbout(literal, container)
            || (literal instanceof Literal.Elsewhere && container.parent() == null));
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
    if (depth == MAX_DEPTH) {
      doubts.add("elements nested more than " + MAX_DEPTH + " deep");
      return optimistic;
    }
    return answer(condition).found().isPresent();
  }

  private Solver.Answer answer(Condition condition) {
    Solver.Answer known = answers.get(condition);
    if (known == null) {
      Elements deeper = new Elements(budget, optimistic, depth + 1);
      known = Solver.solve(condition, PRESENT, MissingNode.getInstance(), deeper, budget);
      doubts.addAll(known.doubts());
      answers.put(condition, known);
    }
    return known;
  }

  /** One element for each that is wanted. Precondition: they {@link #exist}. */
  List<JsonNode> make(Node container, State state) {
    List<JsonNode> made = new ArrayList<>();
    for (Condition condition : wanted(container, state)) {
      Solution solution =
          answer(condition)
              .found()
              .orElseThrow(
                  () -> new Unsupported("elements nested too deep in `" + container.path() + "`"));
      made.add(solution.write(MissingNode.getInstance()));
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
      if (isWanted(other, container)) {
        List<Condition> parts = new ArrayList<>();
        parts.add(
            other instanceof Literal.Element element
                ? element.element()
                : new Condition.RawText(((Literal.Elsewhere) other).text()));
        parts.addAll(limits);
        wanted.add(new Condition.All(parts));
      }
    }
    return wanted;
  }
}
