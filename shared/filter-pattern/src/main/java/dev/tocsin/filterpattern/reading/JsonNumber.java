package dev.tocsin.filterpattern.reading;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A number of an event as AWS compares it: integers of 64 bits exactly, all others as the nearest
 * {@code double}.
 *
 * @param text what text values are compared with: the digits of an integer, else as {@code
 *     Double.toString} has it since JDK 19
 * @param value what numbers are compared with; empty beyond the range of {@code double}
 */
public record JsonNumber(String text, Optional<BigDecimal> value) {

  /** The number of a numeric node. */
  public static JsonNumber of(JsonNode node) {
    return of(node.asText());
  }

  /**
   * The number of a JSON literal.
   *
   * @throws NumberFormatException if the text is no number
   */
  public static JsonNumber of(String literal) {
    if (literal.indexOf('.') < 0 && literal.indexOf('e') < 0 && literal.indexOf('E') < 0) {
      try {
        long exact = Long.parseLong(literal);
        return new JsonNumber(Long.toString(exact), Optional.of(BigDecimal.valueOf(exact)));
      } catch (NumberFormatException e) {
        // More than 64 bits, or not finite: a double like the rest.
      }
    }
    double nearest = Double.parseDouble(literal);
    if (Double.isInfinite(nearest) || Double.isNaN(nearest)) {
      return new JsonNumber(Double.toString(nearest), Optional.empty());
    }
    String text = DoubleText.of(nearest);
    return new JsonNumber(text, Optional.of(new BigDecimal(text)));
  }
}
