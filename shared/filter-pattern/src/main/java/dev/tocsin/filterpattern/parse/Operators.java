package dev.tocsin.filterpattern.parse;

import dev.tocsin.filterpattern.syntax.Expression.Operator;
import java.util.Map;
import java.util.Optional;

/** Reads a comparison operator written in symbols. */
final class Operators {
  /** Symbols of other languages and what they are here. */
  private static final Map<String, String> MEANT =
      Map.of(
          "==", "=", "===", "=", "!==", "!=", "<>", "!=", "~=", "!=", "=!", "!=", "=>", ">=", "=<",
          "<=");

  private Operators() {}

  /** The operator that stands here, empty if no operator symbol does. */
  static Optional<Operator> parse(Cursor cursor) throws Refusal {
    int start = cursor.offset();
    String symbol = cursor.takeWhile(c -> "=!<>~".indexOf(c) >= 0);
    if (symbol.isEmpty()) {
      return Optional.empty();
    }
    for (Operator operator : Operator.values()) {
      if (operator.symbol().equals(symbol)) {
        return Optional.of(operator);
      }
    }
    String meant = MEANT.get(symbol);
    String fix = meant == null ? Fix.OPERATOR : Fix.WRITE.formatted(meant);
    throw cursor.refuseAt(start, Expected.OPERATOR, symbol.equals("=~") ? Fix.REGEX_OPERATOR : fix);
  }
}
