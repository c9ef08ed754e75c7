package dev.tocsin.filterpattern.condition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;

/** The way from the root of a record, or from an element, to one value; empty is the root. */
public record FieldPath(List<Step> steps) {

  /** The root itself. */
  public static final FieldPath ROOT = new FieldPath(List.of());

  public FieldPath {
    steps = List.copyOf(steps);
  }

  /** One step of the way. */
  public sealed interface Step {
    /** The value of a field of an object. */
    record Key(String name) implements Step {}

    /** An element of an array, from zero. */
    record Index(int index) implements Step {}
  }

  /** The path of fields with these names. */
  public static FieldPath of(String... names) {
    List<Step> steps = new ArrayList<>();
    for (String name : names) {
      steps.add(new Step.Key(name));
    }
    return new FieldPath(steps);
  }

  /** The path that goes on by one step. */
  public FieldPath then(Step step) {
    List<Step> longer = new ArrayList<>(steps);
    longer.add(step);
    return new FieldPath(longer);
  }

  /** The path that goes on by another path. */
  public FieldPath then(FieldPath rest) {
    List<Step> longer = new ArrayList<>(steps);
    longer.addAll(rest.steps);
    return new FieldPath(longer);
  }

  /** The field name that the path ends with. Precondition: it ends with one. */
  public String lastName() {
    return ((Step.Key) steps.get(steps.size() - 1)).name();
  }

  /** The index that the path ends with. Precondition: it ends with one. */
  public int lastIndex() {
    return ((Step.Index) steps.get(steps.size() - 1)).index();
  }

  /** The value there, {@code MissingNode} if some step is not present. */
  public JsonNode in(JsonNode record) {
    JsonNode value = record;
    for (Step step : steps) {
      if (step instanceof Step.Key key) {
        value = value.isObject() ? value.path(key.name()) : MissingNode.getInstance();
      } else if (step instanceof Step.Index index) {
        value = value.isArray() ? value.path(index.index()) : MissingNode.getInstance();
      }
    }
    return value;
  }

  /** As a selector, for messages: {@code $.a.b[0]}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("$");
    for (Step step : steps) {
      text.append(
          step instanceof Step.Key key
              ? "." + key.name()
              : "[" + ((Step.Index) step).index() + "]");
    }
    return text.toString();
  }
}
