package dev.tocsin.chain.alarm;

import dev.tocsin.chain.language.MathExpression;
import dev.tocsin.chain.language.MetricMath;
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
final class MathEvaluation {

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

  /** The expressions that are being evaluated, so that none needs itself. */
  private final Set<String> open = new HashSet<>();

  private MathEvaluation(Map<String, Values> metrics, Map<String, String> expressions) {
    this.metrics = metrics;
    this.expressions = expressions;
  }

  /**
   * The values of an entry; empty iff it is undecided.
   *
   * @param id the entry, a metric or an expression
   * @param metrics the values of the metrics by id, in order
   * @param expressions the other entries' texts by id
   */
  static Optional<Values> of(
      String id, Map<String, Values> metrics, Map<String, String> expressions) {
    try {
      return Optional.of(new MathEvaluation(metrics, expressions).byId(id).single());
    } catch (Undecided e) {
      return Optional.empty();
    }
  }

  private Operand byId(String id) throws Undecided {
    Values metric = metrics.get(id);
    if (metric != null) {
      return Operand.of(metric);
    }
    String text = expressions.get(id);
    if (text == null || !open.add(id)) {
      throw new Undecided();
    }
    Operand value = evaluate(MetricMath.parse(text).orElseThrow(Undecided::new));
    open.remove(id);
    return value;
  }

  private Operand evaluate(MathExpression expression) throws Undecided {
    if (expression instanceof MathExpression.Constant constant) {
      return Operand.of(Values.of(constant.value()));
    }
    if (expression instanceof MathExpression.Entry entry) {
      return byId(entry.id());
    }
    if (expression instanceof MathExpression.Negated negated) {
      return Operand.of(Arithmetic.subtract(Values.of(0), evaluate(negated.part()).single()));
    }
    if (expression instanceof MathExpression.Operation operation) {
      Values left = evaluate(operation.left()).single();
      return Operand.of(
          operation(operation.operator(), left, evaluate(operation.right()).single()));
    }
    if (expression instanceof MathExpression.Array array) {
      List<Values> series = new ArrayList<>();
      for (MathExpression part : array.parts()) {
        series.addAll(evaluate(part).series());
      }
      return new Operand(series, true);
    }
    return function((MathExpression.Call) expression);
  }

  private static Values operation(String operator, Values left, Values right) {
    return switch (operator) {
      case "+" -> Arithmetic.add(left, right);
      case "-" -> Arithmetic.subtract(left, right);
      case "*" -> Arithmetic.multiply(left, right);
      case "AND" -> Arithmetic.multiply(truth(left), truth(right));
      case "OR" -> Arithmetic.compare(Arithmetic.add(truth(left), truth(right)), ">", Values.of(0));
      default -> Arithmetic.compare(left, operator, right);
    };
  }

  private static Values truth(Values value) {
    return Arithmetic.compare(value, "!=", Values.of(0));
  }

  private Operand function(MathExpression.Call call) throws Undecided {
    List<Operand> arguments = new ArrayList<>();
    for (MathExpression argument : call.arguments()) {
      arguments.add(evaluate(argument));
    }
    return switch (call.function() + "/" + arguments.size()) {
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
