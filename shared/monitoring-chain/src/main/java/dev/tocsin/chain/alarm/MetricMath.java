package dev.tocsin.chain.alarm;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Evaluates metric math over intervals: numbers, metrics and expressions by id, arrays, {@code + -
 * *}, comparisons, {@code AND OR}, and the functions {@code SUM MAX MIN AVG FILL IF METRICS ABS}.
 * Everything else is undecided.
 *
 * <p>Source: "Using math expressions with CloudWatch metrics". Arithmetic on a missing data point
 * gives none; functions over an array pass over it.
 */
final class MetricMath {
  private static final Set<String> COMPARISONS = Set.of("<", "<=", ">", ">=", "==", "!=");

  /** The expression, or something in it, is beyond what is decided. */
  private static final class Undecided extends Exception {
    private static final long serialVersionUID = 1L;
  }

  private record Operand(List<Values> series, boolean array) {
    static Operand of(Values one) {
      return new Operand(List.of(one), false);
    }

    Values single() throws Undecided {
      if (array) {
        throw new Undecided();
      }
      return series.get(0);
    }
  }

  private final Map<String, Values> metrics;
  private final Map<String, String> expressions;
  private final Set<String> open;
  private final List<String> tokens;
  private int at;

  private MetricMath(
      Map<String, Values> metrics,
      Map<String, String> expressions,
      Set<String> open,
      List<String> tokens) {
    this.metrics = metrics;
    this.expressions = expressions;
    this.open = open;
    this.tokens = tokens;
  }

  /**
   * The values of an entry; empty iff it is undecided.
   *
   * @param id the entry, a metric or an expression
   * @param metrics the values of the metrics by id, in order
   * @param expressions the other entries' texts by id
   */
  static Optional<Values> evaluate(
      String id, Map<String, Values> metrics, Map<String, String> expressions) {
    try {
      return Optional.of(byId(id, metrics, expressions, new HashSet<>()).single());
    } catch (Undecided e) {
      return Optional.empty();
    }
  }

  private static Operand byId(
      String id, Map<String, Values> metrics, Map<String, String> expressions, Set<String> open)
      throws Undecided {
    Values metric = metrics.get(id);
    if (metric != null) {
      return Operand.of(metric);
    }
    String text = expressions.get(id);
    if (text == null || !open.add(id)) {
      throw new Undecided();
    }
    List<String> tokens = Tokens.of(text).orElseThrow(Undecided::new);
    MetricMath parser = new MetricMath(metrics, expressions, open, tokens);
    Operand value = parser.or();
    if (parser.at < tokens.size()) {
      throw new Undecided();
    }
    open.remove(id);
    return value;
  }

  private boolean take(String... accepted) {
    if (at < tokens.size() && List.of(accepted).contains(tokens.get(at))) {
      at++;
      return true;
    }
    return false;
  }

  private String next() throws Undecided {
    if (at == tokens.size()) {
      throw new Undecided();
    }
    return tokens.get(at++);
  }

  private void expect(String token) throws Undecided {
    if (!next().equals(token)) {
      throw new Undecided();
    }
  }

  private Operand or() throws Undecided {
    Operand value = and();
    while (take("||", "OR")) {
      Values left = truth(value.single());
      Values right = truth(and().single());
      value = Operand.of(Arithmetic.compare(Arithmetic.add(left, right), ">", Values.of(0)));
    }
    return value;
  }

  private Operand and() throws Undecided {
    Operand value = comparison();
    while (take("&&", "AND")) {
      Values left = truth(value.single());
      value = Operand.of(Arithmetic.multiply(left, truth(comparison().single())));
    }
    return value;
  }

  private static Values truth(Values value) {
    return Arithmetic.compare(value, "!=", Values.of(0));
  }

  private Operand comparison() throws Undecided {
    Operand value = sum();
    if (at < tokens.size() && COMPARISONS.contains(tokens.get(at))) {
      String operator = next();
      return Operand.of(Arithmetic.compare(value.single(), operator, sum().single()));
    }
    return value;
  }

  private Operand sum() throws Undecided {
    Operand value = product();
    while (true) {
      if (take("+")) {
        value = Operand.of(Arithmetic.add(value.single(), product().single()));
      } else if (take("-")) {
        value = Operand.of(Arithmetic.subtract(value.single(), product().single()));
      } else {
        return value;
      }
    }
  }

  private Operand product() throws Undecided {
    Operand value = unary();
    while (take("*")) {
      value = Operand.of(Arithmetic.multiply(value.single(), unary().single()));
    }
    return value;
  }

  private Operand unary() throws Undecided {
    if (take("-")) {
      return Operand.of(Arithmetic.subtract(Values.of(0), unary().single()));
    }
    if (take("(")) {
      Operand value = or();
      expect(")");
      return value;
    }
    if (take("[")) {
      List<Values> series = new ArrayList<>();
      do {
        series.addAll(or().series());
      } while (take(","));
      expect("]");
      return new Operand(series, true);
    }
    String token = next();
    if (Character.isDigit(token.charAt(0)) || token.charAt(0) == '.') {
      return Operand.of(Values.of(Double.parseDouble(token)));
    }
    return Character.isLowerCase(token.charAt(0))
        ? byId(token, metrics, expressions, open)
        : function(token);
  }

  private Operand function(String name) throws Undecided {
    expect("(");
    List<Operand> arguments = new ArrayList<>();
    if (!take(")")) {
      do {
        arguments.add(or());
      } while (take(","));
      expect(")");
    }
    return switch (name + "/" + arguments.size()) {
      case "METRICS/0" -> new Operand(List.copyOf(metrics.values()), true);
      case "SUM/1" ->
          Operand.of(
              arguments.get(0).array()
                  ? Arithmetic.sum(arguments.get(0).series())
                  : sumOverTime(arguments.get(0).single()));
      case "MAX/1" -> Operand.of(Arithmetic.maximum(array(arguments.get(0))));
      case "MIN/1" -> Operand.of(Arithmetic.minimum(array(arguments.get(0))));
      case "AVG/1" -> Operand.of(Arithmetic.hull(array(arguments.get(0))));
      case "FILL/2" -> fill(arguments.get(0), arguments.get(1).single());
      case "IF/3" ->
          Operand.of(
              choose(
                  arguments.get(0).single(), arguments.get(1).single(), arguments.get(2).single()));
      case "ABS/1" -> Operand.of(absolute(arguments.get(0).single()));
      default -> throw new Undecided();
    };
  }

  private static List<Values> array(Operand operand) throws Undecided {
    if (!operand.array()) {
      throw new Undecided();
    }
    return operand.series();
  }

  // Over the periods looked at: at least the value of one of them, as long as none is negative.
  private static Values sumOverTime(Values value) throws Undecided {
    if (value.possible() && value.low() < 0) {
      throw new Undecided();
    }
    double high = value.high() > 0 ? Double.POSITIVE_INFINITY : value.high();
    return new Values(value.low(), high, value.mayBeMissing());
  }

  private static Operand fill(Operand operand, Values filling) throws Undecided {
    if (!filling.constant()) {
      throw new Undecided();
    }
    return new Operand(
        operand.series().stream().map(one -> one.filledWith(filling.low())).toList(),
        operand.array());
  }

  private static Values choose(Values condition, Values then, Values otherwise) {
    if (!condition.possible()) {
      return Values.MISSING;
    }
    Values truth = truth(condition);
    Values chosen = truth.low() == 1 ? then : truth.high() == 0 ? otherwise : then.hull(otherwise);
    return condition.mayBeMissing() ? chosen.orMissing() : chosen;
  }

  private static Values absolute(Values value) {
    Values negated = Arithmetic.subtract(Values.of(0), value);
    Values all = value.hull(negated);
    return value.low() >= 0 || !value.possible()
        ? value
        : new Values(value.high() <= 0 ? -value.high() : 0, all.high(), value.mayBeMissing());
  }
}
