package dev.tocsin.chain.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The tables of "Using math expressions with CloudWatch metrics", CloudWatch user guide, June 2023.
 *
 * <p>{@code one} is 1, {@code few} is 1 to 3, {@code rare} is 2 or missing, {@code none} missing.
 */
class MathEvaluationTest {
  private static final Map<String, Values> METRICS = new LinkedHashMap<>();

  static {
    METRICS.put("one", Values.of(1));
    METRICS.put("few", Values.between(1, 3));
    METRICS.put("rare", Values.of(2).orMissing());
    METRICS.put("none", Values.MISSING);
  }

  @ParameterizedTest
  @CsvSource({
    // "Missing values in a time series are treated as 0"; nothing is said of where all are missing.
    "one + few * 2,              3, 7, false",
    "few - few,                 -2, 2, false",
    "-(few),                    -3, -1, false",
    "one + rare,                 1, 3, false",
    "one - rare,                -1, 1, false",
    "one * rare,                 0, 2, false",
    "rare + none,                0, 2, true",
    "rare + 1,                   1, 3, true",
    "none + none,                0, 0, true",
    ".5 * one,                 0.5, 0.5, false",
    "expression + 1,             3, 5, false",
    // A division by zero drops the data point.
    "one / 1,                    1, 1, false",
    "few / 2,                  0.5, 1.5, false",
    "few / (few + 1),         0.25, 1.5, false",
    "one / rare,         -Infinity, Infinity, true",
    "one / 0,            Infinity, -Infinity, true",
    // "only one of the time series has a value …, the function treats the missing value … as 0"
    "few >= 1,                   1, 1, false",
    "few > 1,                    0, 1, false",
    "few > 3,                    0, 0, false",
    "rare == 2,                  0, 1, true",
    "rare < one,                 0, 1, false",
    "none < one,                 1, 1, false",
    "few >= 1 AND one == 1,      1, 1, false",
    "few > 3 || one != 1,        0, 0, false",
    "one > 0 AND none > 0,       0, 0, false",
    // AVG of an array: "Missing values are treated as 0".
    "'AVG([one, few])',          1, 2, false",
    "'AVG([one, none])',       0.5, 0.5, false",
    "'AVG([one, rare])',       0.5, 1.5, false",
    // SUM, MAX, MIN of an array: nothing is said, so missing is both passed over and 0.
    "one,                        1, 1, false",
    "'SUM([one, rare, none])',   1, 3, false",
    "SUM(METRICS()),             2, 6, false",
    "'SUM([rare, none])',        0, 2, true",
    "'MAX([one, rare])',         1, 2, false",
    "'MAX([-few, none])',       -3, 0, false",
    "'MIN([few, few])',          1, 3, false",
    "'MIN([few, rare])',         0, 3, false",
    "'MIN([one, none])',         0, 1, false",
    // FILL puts the filler where there is no data point.
    "'FILL(rare, 0)',            0, 2, false",
    "'FILL(none, 7)',            7, 7, false",
    "'SUM(FILL(METRICS(), 0))',  2, 6, false",
    // IF: a missing condition drops the point; a missing value counts 0 if chosen by truth, and
    // drops the point if chosen by falsehood; so does a value that is left out.
    "'IF(few >= 1, 5, one)',     5, 5, false",
    "'IF(few > 1, 5, one)',      1, 5, false",
    "'IF(rare > 9, 5, one)',     1, 1, true",
    "'IF(one, rare, 9)',         0, 2, false",
    "'IF(one, none, 9)',         0, 0, false",
    "'IF(one < 0, 9, rare)',     2, 2, true",
    "'IF(few > 1, 5)',           5, 5, true",
    "'IF(none, 1, 0)',    Infinity, -Infinity, true",
    // ABS, CEIL and FLOOR speak of each data point.
    "'ABS(-few)',                1, 3, false",
    "'ABS(rare)',                2, 2, true",
    "'CEIL(one / 2)',            1, 1, false",
    "'FLOOR(one / 2)',           0, 0, false",
    // An operator between an array and a series or a number.
    "'SUM([one, few] * 2)',      4, 8, false",
    "'SUM(6 / [one, few])',      8, 12, false",
  })
  void anExpressionLiesBetweenItsExtremes(
      String text, double low, double high, boolean mayBeMissing) {
    assertThat(evaluate(text)).contains(new Values(low, high, mayBeMissing));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RATE(one)",
        "SUM(one)",
        "AVG(one)",
        "1",
        "1 + 2",
        "[one] + [few]",
        "SUM([1, 2])",
        "ABS(1)",
        "FILL(rare, few)",
        "one +",
        "(one",
        "unknown",
        "loop",
        "SELECT SUM(M) FROM N",
        "[one, few]",
        "[one, few] + one",
        "FILL(rare, REPEAT)",
        "one one",
        ""
      })
  void whatIsNotDecidedIsSaidToBeSo(String text) {
    assertThat(evaluate(text)).isEmpty();
  }

  @Test
  void anExpressionNestedBeyondReasonIsNotDecided() {
    assertThat(evaluate("(".repeat(2_000) + "one" + ")".repeat(2_000))).isEmpty();
  }

  @Test
  void itSaysWhetherDataPointsAreMadeUp() {
    assertThat(result("one + FILL(rare, 0)").orElseThrow().fills()).isTrue();
    assertThat(result("one + rare").orElseThrow().fills()).isFalse();
  }

  private static Optional<Values> evaluate(String text) {
    return result(text).map(MathEvaluation.Result::values);
  }

  private static Optional<MathEvaluation.Result> result(String text) {
    return MathEvaluation.of(
        "asked", METRICS, Map.of("asked", text, "expression", "one + few", "loop", "loop + 1"));
  }
}
