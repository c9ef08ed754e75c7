package dev.tocsin.chain.language;

import dev.tocsin.chain.language.MathExpression.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads metric math: numbers, ids, arrays, {@code + - * /}, comparisons, {@code AND OR} and calls
 * of functions, whatever their names.
 *
 * <p>Source: "Using math expressions with CloudWatch metrics".
 */
public final class MetricMath {
  private static final Pattern TOKEN =
      Pattern.compile("[A-Za-z]\\w*|\\d+(?:\\.\\d+)?|\\.\\d+|\\|\\||&&|[<>=!]=|[-+*/<>()\\[\\],]");
  private static final Set<String> COMPARISONS = Set.of("<", "<=", ">", ">=", "==", "!=");

  private MetricMath() {}

  /** Reads an expression; empty iff it is not understood. */
  public static Optional<MathExpression> parse(String text) {
    return Tokens.read(TOKEN, text, MetricMath::or);
  }

  private static MathExpression or(Tokens tokens) throws NotUnderstood {
    MathExpression value = and(tokens);
    while (tokens.take("||") || tokens.take("OR")) {
      value = new Operation("OR", value, and(tokens));
    }
    return value;
  }

  private static MathExpression and(Tokens tokens) throws NotUnderstood {
    MathExpression value = comparison(tokens);
    while (tokens.take("&&") || tokens.take("AND")) {
      value = new Operation("AND", value, comparison(tokens));
    }
    return value;
  }

  private static MathExpression comparison(Tokens tokens) throws NotUnderstood {
    MathExpression value = sum(tokens);
    Optional<String> operator = tokens.takeOneOf(COMPARISONS);
    return operator.isPresent() ? new Operation(operator.get(), value, sum(tokens)) : value;
  }

  private static MathExpression sum(Tokens tokens) throws NotUnderstood {
    MathExpression value = product(tokens);
    Optional<String> operator = tokens.takeOneOf(Set.of("+", "-"));
    while (operator.isPresent()) {
      value = new Operation(operator.get(), value, product(tokens));
      operator = tokens.takeOneOf(Set.of("+", "-"));
    }
    return value;
  }

  private static MathExpression product(Tokens tokens) throws NotUnderstood {
    MathExpression value = unary(tokens);
    Optional<String> operator = tokens.takeOneOf(Set.of("*", "/"));
    while (operator.isPresent()) {
      value = new Operation(operator.get(), value, unary(tokens));
      operator = tokens.takeOneOf(Set.of("*", "/"));
    }
    return value;
  }

  private static MathExpression unary(Tokens tokens) throws NotUnderstood {
    if (tokens.take("-")) {
      return new MathExpression.Negated(tokens.nested(MetricMath::unary));
    }
    if (tokens.take("(")) {
      MathExpression inner = tokens.nested(MetricMath::or);
      tokens.expect(")");
      return inner;
    }
    if (tokens.take("[")) {
      return new MathExpression.Array(list(tokens, "]"));
    }
    String token = tokens.next();
    char first = token.charAt(0);
    if (Character.isDigit(first) || first == '.') {
      return new MathExpression.Constant(Double.parseDouble(token));
    }
    if (Character.isLowerCase(first)) {
      return new MathExpression.Entry(token);
    }
    tokens.expect("(");
    return new MathExpression.Call(token, tokens.take(")") ? List.of() : list(tokens, ")"));
  }

  private static List<MathExpression> list(Tokens tokens, String end) throws NotUnderstood {
    List<MathExpression> parts = new ArrayList<>();
    do {
      parts.add(tokens.nested(MetricMath::or));
    } while (tokens.take(","));
    tokens.expect(end);
    return parts;
  }
}
