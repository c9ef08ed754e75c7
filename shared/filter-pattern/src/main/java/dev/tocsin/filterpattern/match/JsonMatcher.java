package dev.tocsin.filterpattern.match;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.filterpattern.reading.WildcardReading;
import dev.tocsin.filterpattern.syntax.Expression;
import dev.tocsin.filterpattern.syntax.Expression.Operator;
import dev.tocsin.filterpattern.syntax.Selector.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The expression of a JSON pattern, by AWS's recorded answers; made ready once for many events.
 * Immutable.
 */
final class JsonMatcher {
  private final Predicate<JsonNode> holds;

  JsonMatcher(Expression expression, WildcardReading reading) {
    this.holds = test(expression, reading);
  }

  /** Whether the event is an object that fulfils the expression; nothing else ever matches. */
  boolean matches(JsonNode event) {
    return event.isObject() && holds.test(event);
  }

  private static Predicate<JsonNode> test(Expression expression, WildcardReading reading) {
    return expression.fold(
        and -> all(tests(and.parts(), reading)),
        or -> any(tests(or.parts(), reading)),
        leaf ->
            leaf instanceof Expression.Comparison comparison
                ? comparison(comparison, reading)
                : state((Expression.State) leaf));
  }

  private static List<Predicate<JsonNode>> tests(List<Expression> parts, WildcardReading reading) {
    List<Predicate<JsonNode>> tests = new ArrayList<>();
    parts.forEach(part -> tests.add(test(part, reading)));
    return tests;
  }

  private static Predicate<JsonNode> all(List<Predicate<JsonNode>> tests) {
    return event -> {
      for (Predicate<JsonNode> test : tests) {
        if (!test.test(event)) {
          return false;
        }
      }
      return true;
    };
  }

  private static Predicate<JsonNode> any(List<Predicate<JsonNode>> tests) {
    return event -> {
      for (Predicate<JsonNode> test : tests) {
        if (test.test(event)) {
          return true;
        }
      }
      return false;
    };
  }

  private static Predicate<JsonNode> comparison(
      Expression.Comparison comparison, WildcardReading reading) {
    List<Step> steps = comparison.selector().steps();
    Operator operator = comparison.operator();
    ValueMatcher value = new ValueMatcher(comparison.value(), reading);
    int wildcard = steps.indexOf(new Step.Wildcard());
    if (operator != Operator.NOT_EQUAL || wildcard < 0) {
      return event -> some(steps, event, node -> value.holds(operator, node));
    }
    // No element equals; what the wildcard looks into must be there, but may even be null.
    List<Step> container = steps.subList(0, wildcard);
    return event ->
        some(container, event, node -> true)
            && !some(steps, event, node -> value.holds(Operator.EQUAL, node));
  }

  private static Predicate<JsonNode> state(Expression.State state) {
    List<Step> steps = state.selector().steps();
    boolean wildcard = steps.contains(new Step.Wildcard());
    return switch (state.kind()) {
      case NOT_EXISTS -> event -> !some(steps, event, node -> true);
      case IS_NULL -> event -> some(steps, event, node -> isNull(node, wildcard));
      case IS_TRUE -> event -> some(steps, event, node -> node.isBoolean() && node.booleanValue());
      case IS_FALSE ->
          event -> some(steps, event, node -> node.isBoolean() && !node.booleanValue());
    };
  }

  /** Without a wildcard, an array that holds a null passes for null. */
  private static boolean isNull(JsonNode node, boolean wildcard) {
    if (node.isArray() && !wildcard) {
      for (JsonNode element : node) {
        if (element.isNull()) {
          return true;
        }
      }
    }
    return node.isNull();
  }

  /** Whether the steps lead to some node that passes the test. */
  private static boolean some(List<Step> steps, JsonNode root, Predicate<JsonNode> test) {
    return some(steps, 0, root, test);
  }

  private static boolean some(
      List<Step> steps, int from, JsonNode start, Predicate<JsonNode> test) {
    JsonNode node = start;
    for (int i = from; i < steps.size(); i++) {
      if (steps.get(i) instanceof Step.Wildcard) {
        for (JsonNode child : node) {
          if (some(steps, i + 1, child, test)) {
            return true;
          }
        }
        return false;
      }
      node = child(steps.get(i), node);
      if (node == null) {
        return false;
      }
    }
    return test.test(node);
  }

  /** The node that a step leads to, null if it leads nowhere. Precondition: no wildcard. */
  private static JsonNode child(Step step, JsonNode node) {
    return step instanceof Step.Name name
        ? node.get(name.name())
        : node.get(((Step.Index) step).index());
  }

  /** The first node that the steps lead to; empty if they lead nowhere. */
  static Optional<JsonNode> first(List<Step> steps, JsonNode root) {
    List<JsonNode> found = new ArrayList<>();
    some(steps, root, found::add);
    return found.stream().findFirst();
  }
}
