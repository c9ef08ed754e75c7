package dev.tocsin.chain.eventbridge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.tocsin.filterpattern.EventTest;
import dev.tocsin.filterpattern.FilterPattern;
import dev.tocsin.filterpattern.eventbridge.EventPattern;
import dev.tocsin.filterpattern.syntax.Expression;
import dev.tocsin.filterpattern.syntax.Expression.Comparison;
import dev.tocsin.filterpattern.syntax.Expression.Operator;
import dev.tocsin.filterpattern.syntax.Expression.State;
import dev.tocsin.filterpattern.syntax.Selector;
import dev.tocsin.filterpattern.syntax.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A condition of a filter pattern as a key of an event pattern, where {@code *} in its values
 * stands for any text.
 *
 * @param field its path in {@code detail}
 * @param tests of which one has to hold there
 */
record RuleKey(List<String> field, List<JsonNode> tests) {

  /** The conditions that a pattern joins with {@code &&}. */
  static List<Expression> conjuncts(FilterPattern pattern) {
    return pattern
        .expression()
        .map(all -> all instanceof Expression.And and ? and.parts() : List.of(all))
        .orElse(List.of());
  }

  /** The whole pattern as that of a rule; empty iff plain keys cannot say it. */
  static Optional<EventTest> rule(FilterPattern pattern) {
    EventPattern draft = null;
    for (Expression clause : conjuncts(pattern)) {
      Optional<RuleKey> key = of(clause);
      Optional<EventPattern> next =
          key.isEmpty()
              ? Optional.empty()
              : Optional.of(EventPattern.ofDetail(key.get().field(), key.get().tests()));
      if (draft != null && key.isPresent()) {
        next = draft.with(key.get().field(), key.get().tests());
      }
      if (next.isEmpty()) {
        return Optional.empty();
      }
      draft = next.get();
    }
    return Optional.ofNullable(draft);
  }

  /** What the names of calls may be that a pattern asks for anywhere, as tests of a key. */
  static List<JsonNode> names(FilterPattern pattern) {
    return pattern.expression().stream()
        .flatMap(Expression::leaves)
        .filter(
            leaf ->
                leaf instanceof Comparison comparison && comparison.operator() == Operator.EQUAL)
        .flatMap(leaf -> of(leaf).stream())
        .filter(key -> key.field().equals(List.of("eventName")))
        .flatMap(key -> key.tests().stream())
        .distinct()
        .toList();
  }

  /** The key that says the same of texts; empty iff none does. */
  static Optional<RuleKey> of(Expression clause) {
    return clause.fold(
        and -> Optional.empty(), or -> together(or.parts()), leaf -> RuleKey.of(leaf));
  }

  /** Alternatives on one field. */
  private static Optional<RuleKey> together(List<Expression> parts) {
    List<RuleKey> keys = parts.stream().flatMap(part -> of(part).stream()).toList();
    boolean isOne = keys.stream().map(RuleKey::field).distinct().count() == 1;
    return keys.size() == parts.size() && isOne
        ? Optional.of(
            new RuleKey(
                keys.get(0).field(), keys.stream().flatMap(key -> key.tests().stream()).toList()))
        : Optional.empty();
  }

  private static Optional<RuleKey> of(Expression.Leaf leaf) {
    if (leaf instanceof State state && state.kind() == State.Kind.NOT_EXISTS) {
      return key(state.selector(), object().put("exists", false));
    }
    if (leaf instanceof Comparison comparison && comparison.value() instanceof Value.Text text) {
      return switch (comparison.operator()) {
        case EQUAL -> key(comparison.selector(), equal(text.pieces()));
        case NOT_EQUAL -> key(comparison.selector(), object().set("anything-but", but(text)));
        case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> Optional.empty();
      };
    }
    return Optional.empty();
  }

  /** An operator where there is a gap. */
  private static JsonNode equal(List<String> pieces) {
    if (pieces.size() == 1) {
      return TextNode.valueOf(pieces.get(0));
    }
    if (pieces.size() == 2 && pieces.get(0).isEmpty() != pieces.get(1).isEmpty()) {
      return object().put(pieces.get(0).isEmpty() ? "suffix" : "prefix", String.join("", pieces));
    }
    return object().put("wildcard", String.join("*", pieces));
  }

  private static JsonNode but(Value.Text text) {
    JsonNode excluded = equal(text.pieces());
    return excluded.isTextual() ? JsonNodeFactory.instance.arrayNode().add(excluded) : excluded;
  }

  private static Optional<RuleKey> key(Selector selector, JsonNode test) {
    List<String> field = new ArrayList<>();
    for (Selector.Step step : selector.steps()) {
      if (!(step instanceof Selector.Step.Name name)) {
        return Optional.empty();
      }
      field.add(name.name());
    }
    return Optional.of(new RuleKey(field, List.of(test)));
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
