package dev.tocsin.filterpattern.decide;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.tocsin.filterpattern.condition.FieldPath;
import dev.tocsin.filterpattern.condition.Kind;
import dev.tocsin.filterpattern.decide.PathTree.Node;
import dev.tocsin.filterpattern.record.RealisticValues;
import dev.tocsin.filterpattern.text.StepBudget;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A state in which a condition holds, from which values that fulfil the condition are made. */
final class Solution {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** Of its own, so that what a missed event looks like takes nothing from the decision. */
  private static final long STEPS_TO_NAME = 100_000;

  private static final long STEPS_PER_NAME = 5_000;

  private final Translation translation;
  private final Clues clues;
  private final Elements elements;
  private final Shape shape;
  private final State state;

  Solution(Translation translation, Clues clues, Elements elements, Shape shape, State state) {
    this.translation = translation;
    this.clues = clues;
    this.elements = elements;
    this.shape = shape;
    this.state = state;
  }

  /**
   * A value that fulfils the condition and differs from {@code base} only where it must. What the
   * base has beside the nodes is kept, so it must be checked against wildcards and raw text.
   *
   * @throws Unsupported if the model rests on something that is not known to exist
   */
  JsonNode write(JsonNode base) {
    State settled = new State(state);
    List<JsonNode> values = new ArrayList<>();
    for (Node node : translation.tree().nodes()) {
      JsonNode value = choose(node, settled, node.path().in(base));
      values.add(value);
      if (!shape.settle(node, value, settled)) {
        throw new IllegalStateException("a value that fits its neighbours does not fit");
      }
    }
    return new Composition(translation.tree(), elements, state, values).compose(base);
  }

  /**
   * By path, the shortest texts of which the patterns say anything there, asked of or denied.
   *
   * @param prefix of the paths wanted
   */
  Map<String, Set<String>> named(String prefix) {
    StepBudget budget = new StepBudget(STEPS_TO_NAME);
    Map<String, Set<String>> named = new LinkedHashMap<>();
    for (Literal literal : translation.literals()) {
      if (literal instanceof Literal.Field field
          && field.node().path().toString().startsWith(prefix)) {
        named
            .computeIfAbsent(field.node().path().toString(), path -> new LinkedHashSet<>())
            .addAll(texts(field, budget.part(STEPS_PER_NAME)));
      }
    }
    return named;
  }

  private static List<String> texts(Literal.Field field, StepBudget budget) {
    try {
      return Clues.constants(field.values().strings(), budget);
    } catch (StepBudget.Exhausted e) {
      return List.of();
    }
  }

  private JsonNode choose(Node node, State settled, JsonNode base) {
    EnumSet<Kind> kinds = settled.kinds(node);
    Domain domain = settled.domain(node);
    for (JsonNode candidate : candidates(node, base)) {
      if (kinds.contains(Kind.of(candidate)) && domain.contains(candidate)) {
        return candidate;
      }
    }
    for (Kind kind : kinds) {
      JsonNode value = some(kind, domain);
      if (value != null) {
        return whole(value, domain);
      }
    }
    throw new Unsupported("the values of `" + node.path() + "` are too many to search");
  }

  /** A name that breaks off is completed, where the domain lets it. */
  private static JsonNode whole(JsonNode value, Domain domain) {
    String text = value.asText();
    JsonNode completed = TextNode.valueOf(text + "example");
    boolean breaksOff = value.isTextual() && (text.endsWith("-") || text.endsWith("_"));
    return breaksOff && domain.contains(completed) ? completed : value;
  }

  /** Values in the order in which a reader finds them plausible. */
  private List<JsonNode> candidates(Node node, JsonNode base) {
    List<JsonNode> candidates = new ArrayList<>();
    candidates.add(base);
    FieldPath path = node.path();
    RealisticValues.of(path).forEach(value -> candidates.add(TextNode.valueOf(value)));
    for (String constant : clues.constants(node)) {
      candidates.add(TextNode.valueOf(constant));
    }
    candidates.add(MissingNode.getInstance());
    for (String constant : clues.constants(node)) {
      candidates.add(TextNode.valueOf(constant + "X"));
    }
    return candidates;
  }

  private static JsonNode some(Kind kind, Domain domain) {
    return switch (kind) {
      case STRING -> domain.string().value().orElse(null);
      case NUMBER -> domain.number().value().orElse(null);
      case MISSING -> MissingNode.getInstance();
      case TRUE -> JSON.booleanNode(true);
      case FALSE -> JSON.booleanNode(false);
      case NULL -> JSON.nullNode();
      case OBJECT -> JSON.objectNode();
      case ARRAY -> JSON.arrayNode();
    };
  }
}
