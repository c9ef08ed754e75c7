package dev.tocsin.backtest.stream;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.filterpattern.EventTest;
import dev.tocsin.filterpattern.FilterPattern;
import dev.tocsin.filterpattern.syntax.Expression;
import java.util.List;
import java.util.Set;

/** A part of a test that has a truth value on the record at hand. */
interface Part {

  boolean holds();

  /** All of them. */
  record All(List<Part> parts) implements Part {
    @Override
    public boolean holds() {
      for (int i = 0; i < parts.size(); i++) {
        if (!parts.get(i).holds()) {
          return false;
        }
      }
      return true;
    }
  }

  /** At least one of them. */
  record Any(List<Part> parts) implements Part {
    @Override
    public boolean holds() {
      for (int i = 0; i < parts.size(); i++) {
        if (parts.get(i).holds()) {
          return true;
        }
      }
      return false;
    }
  }

  /** Something that nothing but a value fulfils. */
  record Present(Values values, int value, Part rest) implements Part {
    @Override
    public boolean holds() {
      return values.at(value) != null && rest.holds();
    }
  }

  /** Nothing is there. */
  record Absent(Values values, int value) implements Part {
    @Override
    public boolean holds() {
      return values.at(value) == null;
    }
  }

  /** A test asked once for each record, however many contain it. */
  final class Asked implements Part {
    private final EventTest test;
    private final Values values;
    private long asked = -1;
    private boolean answer;

    Asked(EventTest test, Values values) {
      this.test = test;
      this.values = values;
    }

    @Override
    public boolean holds() {
      if (asked != values.count()) {
        asked = values.count();
        answer = test.matches(values.record());
      }
      return answer;
    }
  }

  /**
   * A text that is one of some words; a number is left to the plain evaluator, since it has more
   * than one spelling.
   *
   * @param same the same condition as a pattern of its own
   */
  record OneOf(Values values, int value, Set<String> words, Part same) implements Part {

    static Part of(Values values, int value, Set<String> words, Expression written) {
      return new OneOf(values, value, words, new Asked(FilterPattern.of(written), values));
    }

    @Override
    public boolean holds() {
      JsonNode node = values.at(value);
      if (node == null) {
        return false;
      }
      return node.isTextual() ? words.contains(node.textValue()) : node.isNumber() && same.holds();
    }
  }
}
