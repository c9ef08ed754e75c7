package dev.tocsin.chain.alarm;

import dev.tocsin.chain.alarm.Operand.Kind;
import dev.tocsin.chain.language.MathExpression;
import dev.tocsin.chain.language.MetricMath;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;

/**
 * Evaluates metric math over intervals: numbers, metrics and expressions by id, arrays, {@code + -
 * * /}, comparisons, {@code AND OR}, and the functions {@code SUM MAX MIN AVG} of arrays, {@code
 * FILL IF METRICS ABS CEIL FLOOR}. Everything else is undecided.
 *
 * <p>Source: "Using math expressions with CloudWatch metrics" in the CloudWatch user guide, whose
 * tables say function by function what a missing data point is; its test holds them row by row.
 * Where they say nothing, the result covers both 0 and nothing.
 */
final class MathEvaluation {
  /** Nobody's expressions lean on each other so deeply, and the evaluation recurses. */
  private static final int DEEPEST = 100;

  /** The expression, or something in it, is beyond what is decided. */
  private static final class Undecided extends Exception {
    private static final long serialVersionUID = 1L;
  }

  /**
   * What became of an expression.
   *
   * @param fills whether {@code FILL} made data points where none were published
   */
  record Result(Values values, boolean fills) {}

  private final Map<String, Values> metrics;
  private final Map<String, String> expressions;

  /** The expressions that are being evaluated, so that none needs itself. */
  private final Set<String> open = new HashSet<>();

  private boolean fills;

  private MathEvaluation(Map<String, Values> metrics, Map<String, String> expressions) {
    this.metrics = metrics;
    this.expressions = expressions;
  }

  /**
   * The values of an entry; empty iff it is undecided, or no time series, as an alarm's must be.
   *
   * @param id the entry, a metric or an expression
   * @param metrics the values of the metrics by id, in order
   * @param expressions the other entries' texts by id
   */
  static Optional<Result> of(
      String id, Map<String, Values> metrics, Map<String, String> expressions) {
    try {
      MathEvaluation evaluation = new MathEvaluation(metrics, expressions);
      Operand value = evaluation.byId(id);
      return value.is(Kind.SERIES)
          ? Optional.of(new Result(value.single(), evaluation.fills))
          : Optional.empty();
    } catch (Undecided e) {
      return Optional.empty();
    }
  }

  private Operand byId(String id) throws Undecided {
    Values metric = metrics.get(id);
    if (metric != null) {
      return Operand.series(metric);
    }
    String text = expressions.get(id);
    if (text == null || open.size() == DEEPEST || !open.add(id)) {
      throw new Undecided();
    }
    Operand value = evaluate(MetricMath.parse(text).orElseThrow(Undecided::new));
    open.remove(id);
    return value;
  }

  private Operand evaluate(MathExpression expression) throws Undecided {
    if (expression instanceof MathExpression.Constant constant) {
      return Operand.scalar(Values.of(constant.value()));
    }
    if (expression instanceof MathExpression.Entry entry) {
      return byId(entry.id());
    }
    if (expression instanceof MathExpression.Negated negated) {
      return Operand.scalar(Values.of(0)).combined(evaluate(negated.part()), Arithmetic::subtract);
    }
    if (expression instanceof MathExpression.Operation operation) {
      Operand left = evaluate(operation.left());
      Operand right = evaluate(operation.right());
      if (left.is(Kind.ARRAY) && right.is(Kind.ARRAY)) {
        throw new Undecided();
      }
      return left.combined(right, operator(operation.operator()));
    }
    if (expression instanceof MathExpression.Array array) {
      List<Values> series = new ArrayList<>();
      for (MathExpression part : array.parts()) {
        series.addAll(ofSeries(evaluate(part)).series());
      }
      return Operand.array(series);
    }
    return function((MathExpression.Call) expression);
  }

  private static BinaryOperator<Values> operator(String sign) {
    return switch (sign) {
      case "+" -> Arithmetic::add;
      case "-" -> Arithmetic::subtract;
      case "*" -> Arithmetic::multiply;
      case "/" -> Arithmetic::divide;
      case "AND" -> (a, b) -> Arithmetic.multiply(truth(a), truth(b));
      case "OR" ->
          (a, b) -> Arithmetic.compare(Arithmetic.add(truth(a), truth(b)), ">", Values.of(0));
      default -> (a, b) -> Arithmetic.compare(a, sign, b);
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
      case "METRICS/0" -> Operand.array(List.copyOf(metrics.values()));
      case "SUM/1" -> Operand.series(Arithmetic.sum(array(arguments.get(0))));
      case "MAX/1" -> Operand.series(Arithmetic.maximum(array(arguments.get(0))));
      case "MIN/1" -> Operand.series(Arithmetic.minimum(array(arguments.get(0))));
      case "AVG/1" -> Operand.series(Arithmetic.average(array(arguments.get(0))));
      case "FILL/2" -> fill(arguments.get(0), arguments.get(1));
      case "IF/2" -> choose(arguments.get(0), arguments.get(1), Operand.series(Values.MISSING));
      case "IF/3" -> choose(arguments.get(0), arguments.get(1), arguments.get(2));
      case "ABS/1" -> ofSeries(arguments.get(0)).map(MathEvaluation::absolute);
      case "CEIL/1" -> ofSeries(arguments.get(0)).map(value -> rounded(value, true));
      case "FLOOR/1" -> ofSeries(arguments.get(0)).map(value -> rounded(value, false));
      default -> throw new Undecided();
    };
  }

  private static Operand ofSeries(Operand operand) throws Undecided {
    if (operand.is(Kind.SCALAR)) {
      throw new Undecided();
    }
    return operand;
  }

  /** Of a single series these functions make a scalar, over more data than the alarm looks at. */
  private static List<Values> array(Operand operand) throws Undecided {
    if (!operand.is(Kind.ARRAY) || operand.series().isEmpty()) {
      throw new Undecided();
    }
    return operand.series();
  }

  private Operand fill(Operand operand, Operand filling) throws Undecided {
    if (!filling.is(Kind.SCALAR) || !filling.single().constant()) {
      throw new Undecided();
    }
    fills = true;
    return ofSeries(operand).map(one -> one.filledWith(filling.single().low()));
  }

  /**
   * Where the condition has no data point there is none; where it is true, a missing value is 0.
   */
  private static Operand choose(Operand condition, Operand then, Operand otherwise)
      throws Undecided {
    if (condition.is(Kind.ARRAY) || then.is(Kind.ARRAY) || otherwise.is(Kind.ARRAY)) {
      throw new Undecided();
    }
    if (!condition.single().possible()) {
      return Operand.series(Values.MISSING);
    }
    Values truth = truth(condition.single());
    Values filled = then.single().filledWith(0);
    if (condition.is(Kind.SCALAR) && then.single().mayBeMissing()) {
      filled = filled.orMissing(); // for a scalar condition the guide does not say it
    }
    Values chosen =
        truth.low() == 1
            ? filled
            : truth.high() == 0 ? otherwise.single() : filled.hull(otherwise.single());
    return Operand.series(condition.single().mayBeMissing() ? chosen.orMissing() : chosen);
  }

  private static Values absolute(Values value) {
    Values negated = Arithmetic.subtract(Values.of(0), value);
    Values all = value.hull(negated);
    return value.low() >= 0 || !value.possible()
        ? value
        : new Values(value.high() <= 0 ? -value.high() : 0, all.high(), value.mayBeMissing());
  }

  private static Values rounded(Values value, boolean up) {
    return value.possible()
        ? new Values(
            up ? Math.ceil(value.low()) : Math.floor(value.low()),
            up ? Math.ceil(value.high()) : Math.floor(value.high()),
            value.mayBeMissing())
        : value;
  }
}
