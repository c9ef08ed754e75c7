package dev.tocsin.chain.policy;

import java.util.Arrays;
import java.util.Optional;

/**
 * The condition operators of the IAM user guide, but for {@code Null}. Numeric, date, binary and IP
 * address operators are known by name, so that a missing key is judged rightly, but compare
 * nothing: no key whose value is known in a service's own call is of such a type.
 */
enum Operator {
  STRING_EQUALS("StringEquals", Comparison.EXACT, false),
  STRING_NOT_EQUALS("StringNotEquals", Comparison.EXACT, true),
  STRING_EQUALS_IGNORE_CASE("StringEqualsIgnoreCase", Comparison.IGNORING_CASE, false),
  STRING_NOT_EQUALS_IGNORE_CASE("StringNotEqualsIgnoreCase", Comparison.IGNORING_CASE, true),
  STRING_LIKE("StringLike", Comparison.WILDCARDS, false),
  STRING_NOT_LIKE("StringNotLike", Comparison.WILDCARDS, true),
  ARN_EQUALS("ArnEquals", Comparison.ARN, false),
  ARN_NOT_EQUALS("ArnNotEquals", Comparison.ARN, true),
  ARN_LIKE("ArnLike", Comparison.ARN, false),
  ARN_NOT_LIKE("ArnNotLike", Comparison.ARN, true),
  BOOL("Bool", Comparison.BOOLEAN, false),
  NUMERIC_EQUALS("NumericEquals", Comparison.NONE, false),
  NUMERIC_NOT_EQUALS("NumericNotEquals", Comparison.NONE, true),
  NUMERIC_LESS_THAN("NumericLessThan", Comparison.NONE, false),
  NUMERIC_LESS_THAN_EQUALS("NumericLessThanEquals", Comparison.NONE, false),
  NUMERIC_GREATER_THAN("NumericGreaterThan", Comparison.NONE, false),
  NUMERIC_GREATER_THAN_EQUALS("NumericGreaterThanEquals", Comparison.NONE, false),
  DATE_EQUALS("DateEquals", Comparison.NONE, false),
  DATE_NOT_EQUALS("DateNotEquals", Comparison.NONE, true),
  DATE_LESS_THAN("DateLessThan", Comparison.NONE, false),
  DATE_LESS_THAN_EQUALS("DateLessThanEquals", Comparison.NONE, false),
  DATE_GREATER_THAN("DateGreaterThan", Comparison.NONE, false),
  DATE_GREATER_THAN_EQUALS("DateGreaterThanEquals", Comparison.NONE, false),
  BINARY_EQUALS("BinaryEquals", Comparison.NONE, false),
  IP_ADDRESS("IpAddress", Comparison.NONE, false),
  NOT_IP_ADDRESS("NotIpAddress", Comparison.NONE, true);

  private enum Comparison {
    EXACT,
    IGNORING_CASE,
    WILDCARDS,
    ARN,
    BOOLEAN,
    NONE
  }

  private final String spelling;
  private final Comparison comparison;
  private final boolean negative;

  Operator(String spelling, Comparison comparison, boolean negative) {
    this.spelling = spelling;
    this.comparison = comparison;
    this.negative = negative;
  }

  /** Operator names are compared without case. */
  static Optional<Operator> named(String name) {
    return Arrays.stream(values()).filter(op -> op.spelling.equalsIgnoreCase(name)).findFirst();
  }

  /** True for operators that hold iff no value of the policy matches, so also for a missing key. */
  boolean negative() {
    return negative;
  }

  /** True iff {@code ${…}} in a value of the policy is a variable. */
  boolean takesVariables() {
    return comparison != Comparison.BOOLEAN && comparison != Comparison.NONE;
  }

  /**
   * Whether one value of the policy matches one of the request, negation left aside; empty if it
   * cannot be said.
   */
  Optional<Boolean> matches(String wanted, String found) {
    return switch (comparison) {
      case EXACT -> Optional.of(Wildcards.unquote(wanted).equals(found));
      case IGNORING_CASE -> Optional.of(Wildcards.unquote(wanted).equalsIgnoreCase(found));
      case WILDCARDS -> Optional.of(Wildcards.matches(wanted, found));
      case ARN ->
          Wildcards.isArn(wanted)
              ? Optional.of(Wildcards.matchesArn(wanted, found))
              : Optional.empty();
      case BOOLEAN -> Optional.of(wanted.equalsIgnoreCase(found));
      case NONE -> Optional.empty();
    };
  }
}
