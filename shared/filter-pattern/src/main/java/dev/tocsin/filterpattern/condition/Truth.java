package dev.tocsin.filterpattern.condition;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.filterpattern.reading.WildcardReading;
import java.util.Map;

/**
 * One of Kleene's three values: of a condition and a record, or of any other statement of which not
 * everything is known.
 */
public enum Truth {
  FALSE,
  UNKNOWN,
  TRUE;

  /** Evaluates a condition on a record under one reading of {@code *}. */
  public static Truth of(Condition condition, JsonNode record, WildcardReading reading) {
    if (condition instanceof Condition.All all) {
      Truth worst = TRUE;
      for (Condition part : all.parts()) {
        worst = worst.and(of(part, record, reading));
      }
      return worst;
    }
    if (condition instanceof Condition.Any any) {
      Truth best = FALSE;
      for (Condition part : any.parts()) {
        best = best.or(of(part, record, reading));
      }
      return best;
    }
    if (condition instanceof Condition.Not not) {
      return of(not.part(), record, reading).not();
    }
    if (condition instanceof Condition.Field field) {
      return of(field.values().contains(field.path().in(record)));
    }
    if (condition instanceof Condition.SomeElement some) {
      Truth best = FALSE;
      // Jackson iterates over the elements of an array and over the values of an object.
      for (JsonNode element : some.container().in(record)) {
        best = best.or(of(some.element(), element, reading));
      }
      return best;
    }
    if (condition instanceof Condition.RawText raw) {
      return of(occurs(raw.text(), record));
    }
    if (condition instanceof Condition.ByReading byReading) {
      return of(
          reading == WildcardReading.GLOB ? byReading.glob() : byReading.leftmost(),
          record,
          reading);
    }
    return UNKNOWN;
  }

  private static boolean occurs(String text, JsonNode value) {
    if (value.isObject()) {
      for (Map.Entry<String, JsonNode> field : value.properties()) {
        if (field.getKey().contains(text) || occurs(text, field.getValue())) {
          return true;
        }
      }
      return false;
    }
    if (value.isArray()) {
      for (JsonNode element : value) {
        if (occurs(text, element)) {
          return true;
        }
      }
      return false;
    }
    return (value.isTextual() ? value.textValue() : value.toString()).contains(text);
  }

  private static Truth of(boolean holds) {
    return holds ? TRUE : FALSE;
  }

  /** True iff this is false; unknown stays. */
  public Truth not() {
    return switch (this) {
      case TRUE -> FALSE;
      case FALSE -> TRUE;
      case UNKNOWN -> UNKNOWN;
    };
  }

  /** False if one of them is, else unknown if one of them is. */
  public Truth and(Truth other) {
    return compareTo(other) < 0 ? this : other;
  }

  /** True if one of them is, else unknown if one of them is. */
  public Truth or(Truth other) {
    return compareTo(other) > 0 ? this : other;
  }
}
