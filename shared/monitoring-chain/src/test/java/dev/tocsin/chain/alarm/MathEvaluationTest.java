package dev.tocsin.chain.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code one} is 1, {@code few} is 1 to 3, {@code rare} is 2 or missing, {@code none} missing. */
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
    "one,                        1, 1, false",
    "one + few * 2,              3, 7, false",
    "few - few,                 -2, 2, false",
    "-(few),                    -3, -1, false",
    "one + rare,                 3, 3, true",
    "'SUM([one, rare, none])',   1, 3, false",
    "SUM(METRICS()),             2, 6, false",
    "'SUM([rare, none])',        0, 2, true",
    "'MAX([one, rare])',         1, 2, false",
    "'MIN([few, rare])',         1, 3, false",
    "'AVG([one, few])',          1, 3, false",
    "'FILL(rare, 0)',            0, 2, false",
    "'FILL(none, 7)',            7, 7, false",
    "'SUM(FILL(METRICS(), 0))',  2, 6, false",
    "few >= 1,                   1, 1, false",
    "few > 1,                    0, 1, false",
    "few > 3,                    0, 0, false",
    "rare == 2,                  1, 1, true",
    "few >= 1 AND one == 1,      1, 1, false",
    "few > 3 || one != 1,        0, 0, false",
    "'IF(few >= 1, 5, one)',     5, 5, false",
    "'IF(few > 1, 5, one)',      1, 5, false",
    "'IF(rare > 9, 5, one)',     1, 1, true",
    "'ABS(-few)',                1, 3, false",
    "expression + 1,             3, 5, false",
    ".5 * one,                 0.5, 0.5, false",
  })
  void an_expression_lies_between_its_extremes(
      String text, double low, double high, boolean mayBeMissing) {
    assertThat(evaluate(text)).contains(new Values(low, high, mayBeMissing));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RATE(one)",
        "one / few",
        "one +",
        "(one",
        "unknown",
        "loop",
        "SELECT SUM(M) FROM N",
        "IF(one, few)",
        "[one, few]",
        "[one, few] + one",
        "FILL(rare, REPEAT)",
        "one one",
        ""
      })
  void what_is_not_decided_is_said_to_be_so(String text) {
    assertThat(evaluate(text)).isEmpty();
  }

  @Test
  void an_expression_nested_beyond_reason_is_not_decided() {
    assertThat(evaluate("(".repeat(2_000) + "one" + ")".repeat(2_000))).isEmpty();
  }

  private static Optional<Values> evaluate(String text) {
    return MathEvaluation.of(
        "asked", METRICS, Map.of("asked", text, "expression", "one + few", "loop", "loop + 1"));
  }
}
