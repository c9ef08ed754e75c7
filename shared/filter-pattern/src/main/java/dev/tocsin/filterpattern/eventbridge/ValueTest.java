package dev.tocsin.filterpattern.eventbridge;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;

/** One test of an event pattern on a single string, number, boolean or null. */
sealed interface ValueTest {

  /** {@code null}, {@code true}, {@code false}: the same. */
  record Constant(JsonNode value) implements ValueTest {}

  /** Where a text must stand in a value. */
  enum Place {
    WHOLE,
    PREFIX,
    SUFFIX
  }

  /** {@code "x"}, {@code prefix}, {@code suffix}, {@code equals-ignore-case}: on strings only. */
  record Text(Place place, String text, boolean ignoreCase) implements ValueTest {}

  /**
   * {@code wildcard}: on strings only.
   *
   * @param pieces what stands between the {@code *}, escapes resolved
   */
  record Wildcard(List<String> pieces) implements ValueTest {
    public Wildcard {
      pieces = List.copyOf(pieces);
    }
  }

  /** A number, or {@code numeric}: all bounds hold, by value. */
  record Numeric(List<Bound> bounds) implements ValueTest {
    public Numeric {
      bounds = List.copyOf(bounds);
    }
  }

  /** {@code operator number}; the operator is one of {@code = < <= > >=}. */
  record Bound(String operator, BigDecimal number) {}

  /** {@code cidr}: a string that is an address of the network, such as {@code 192.0.2.0/24}. */
  record Cidr(Network network) implements ValueTest {}

  /** {@code exists}: whether the event has any value at the path, in whatever array element. */
  record Exists(boolean expected) implements ValueTest {}

  /** {@code anything-but}: there is a value, and none of the tests holds for it. */
  record AnythingBut(List<ValueTest> excluded) implements ValueTest {
    public AnythingBut {
      excluded = List.copyOf(excluded);
    }
  }
}
