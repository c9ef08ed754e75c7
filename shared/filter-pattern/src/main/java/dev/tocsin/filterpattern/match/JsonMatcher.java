package dev.tocsin.filterpattern.match;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.filterpattern.syntax.Expression;
import dev.tocsin.filterpattern.syntax.Expression.Operator;
import dev.tocsin.filterpattern.syntax.Selector;
import dev.tocsin.filterpattern.syntax.Selector.Step;
import java.util.ArrayList;
import java.util.List;

/** The expression of a JSON pattern on one event, by AWS's recorded answers. */
final class JsonMatcher {
  private final ValueMatcher values;

  JsonMatcher(ValueMatcher values) {
    this.values = values;
  }

  /** Whether the event is an object that fulfils the expression; nothing else ever matches. */
  boolean matches(Expression expression, JsonNode event) {
    return event.isObject() && holds(expression, event);
  }

  private boolean holds(Expression expression, JsonNode event) {
    if (expression instanceof Expression.And and) {
      return and.parts().stream().allMatch(part -> holds(part, event));
    }
    if (expression instanceof Expression.Or or) {
      return or.parts().stream().anyMatch(part -> holds(part, event));
    }
    if (expression instanceof Expression.Comparison comparison) {
      return holds(comparison, event);
    }
    return holds((Expression.State) expression, event);
  }

  private boolean holds(Expression.Comparison comparison, JsonNode event) {
    Selector selector = comparison.selector();
    List<JsonNode> nodes = select(selector.steps(), event);
    if (comparison.operator() != Operator.NOT_EQUAL) {
      return nodes.stream()
          .anyMatch(node -> values.holds(comparison.operator(), comparison.value(), node));
    }
    int wildcard = selector.steps().indexOf(new Step.Wildcard());
    if (wildcard < 0) {
      return nodes.stream()
          .anyMatch(node -> values.holds(Operator.NOT_EQUAL, comparison.value(), node));
    }
    // No element equals; what the wildcard looks into must be there, but may even be null.
    return !select(selector.steps().subList(0, wildcard), event).isEmpty()
        && nodes.stream().noneMatch(node -> values.holds(Operator.EQUAL, comparison.value(), node));
  }

  private boolean holds(Expression.State state, JsonNode event) {
    List<JsonNode> nodes = select(state.selector().steps(), event);
    boolean wildcard = state.selector().steps().contains(new Step.Wildcard());
    return switch (state.kind()) {
      case NOT_EXISTS -> nodes.isEmpty();
      case IS_NULL -> nodes.stream().anyMatch(node -> isNull(node, wildcard));
      case IS_TRUE -> nodes.stream().anyMatch(node -> node.isBoolean() && node.booleanValue());
      case IS_FALSE -> nodes.stream().anyMatch(node -> node.isBoolean() && !node.booleanValue());
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

  /** The nodes the steps lead to, none if a step leads nowhere. */
  static List<JsonNode> select(List<Step> steps, JsonNode root) {
    List<JsonNode> nodes = List.of(root);
    for (Step step : steps) {
      List<JsonNode> next = new ArrayList<>();
      for (JsonNode node : nodes) {
        if (step instanceof Step.Wildcard) {
          node.forEach(next::add);
        } else {
          JsonNode child =
              step instanceof Step.Name name
                  ? node.get(name.name())
                  : node.get(((Step.Index) step).index());
          if (child != null) {
            next.add(child);
          }
        }
      }
      nodes = next;
    }
    return nodes;
  }
}
