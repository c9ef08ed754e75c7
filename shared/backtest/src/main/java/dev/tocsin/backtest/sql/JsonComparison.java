package dev.tocsin.backtest.sql;

import dev.tocsin.filterpattern.syntax.Expression.Operator;
import dev.tocsin.filterpattern.syntax.Value;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Conditions on a variable of SQL's type JSON, which is NULL iff nothing is there. */
final class JsonComparison {

  /** Beyond that, a decimal of SQL and the nearest double part ways. */
  private static final int MOST_DIGITS = 15;

  private static final Pattern OTHER_KINDS =
      Pattern.compile("\\A([-0-9].*|Infinity|NaN|true|false|null)\\z", Pattern.DOTALL);

  private static final String NUMBER = "regexp_like(json_format(%1$s), '^[-0-9]')";
  private static final String TEXT_OR_NUMBER = "regexp_like(json_format(%1$s), '^[-0-9\"]')";
  private static final String TEXT = "starts_with(json_format(%1$s), '\"')";

  private JsonComparison() {}

  /** Never NULL. */
  static String holds(String json, Operator operator, Value value) throws Inexpressible {
    String scalar = "json_extract_scalar(" + json + ", '$')";
    if (value instanceof Value.Text text && isOnlyText(text)) {
      String compared = compared(scalar, operator, value);
      return switch (operator) {
        case EQUAL -> "coalesce(" + compared + ", false)";
        case NOT_EQUAL ->
            "coalesce(%s AND %s, false)".formatted(TEXT_OR_NUMBER.formatted(json), compared);
        default -> "false";
      };
    }
    String ofText =
        "(%s AND %s)".formatted(TEXT.formatted(json), compared(scalar, operator, value));
    String ofNumber =
        value instanceof Value.Numeral numeral
            ? number(scalar, operator, numeral.number())
            : compared(numberText(scalar), operator, value);
    return "coalesce(%s OR (%s AND %s), false)".formatted(ofText, NUMBER.formatted(json), ofNumber);
  }

  /** Whether no number and no truth value is spelled so. */
  private static boolean isOnlyText(Value.Text text) {
    return text.pieces().size() == 1 && !OTHER_KINDS.matcher(text.text()).matches();
  }

  /** A text has no order. */
  static String compared(String text, Operator operator, Value value) {
    return switch (operator) {
      case EQUAL -> TextComparison.equal(text, value);
      case NOT_EQUAL -> "NOT (" + TextComparison.equal(text, value) + ")";
      default -> "false";
    };
  }

  /** Integers of 64 bits by their digits, all others as {@code Double.toString} has them. */
  private static String numberText(String scalar) {
    return "CASE WHEN %1$s THEN CAST(try_cast(%2$s AS bigint) AS varchar) ELSE format('%%s', try_cast(%2$s AS double)) END"
        .formatted(isInteger(scalar), scalar);
  }

  private static String number(String scalar, Operator operator, BigDecimal literal)
      throws Inexpressible {
    BigDecimal plain = literal.signum() == 0 ? BigDecimal.ZERO : literal.stripTrailingZeros();
    if (plain.precision() > MOST_DIGITS || Math.abs((long) plain.scale()) > MOST_DIGITS) {
      throw new Inexpressible("`" + literal + "` has more digits than a double is sure of");
    }
    String sql = plain.toPlainString();
    String sign = operator == Operator.NOT_EQUAL ? "<>" : operator.symbol();
    return "CASE WHEN %1$s THEN CAST(try_cast(%2$s AS bigint) AS decimal(38,15)) %3$s DECIMAL '%4$s' ELSE is_finite(try_cast(%2$s AS double)) AND try_cast(%2$s AS double) %3$s DOUBLE '%4$s' END"
        .formatted(isInteger(scalar), scalar, sign, sql);
  }

  private static String isInteger(String scalar) {
    return "(NOT regexp_like(%1$s, '[.eE]') AND try_cast(%1$s AS bigint) IS NOT NULL)"
        .formatted(scalar);
  }
}
