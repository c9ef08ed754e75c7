package dev.tocsin.chain.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.filterpattern.condition.Truth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Alarm {@code a} is in ALARM, {@code o} is OK, of {@code u} nothing is known. */
class AlarmRuleTest {

  @ParameterizedTest
  @CsvSource({
    "ALARM(a),                          TRUE",
    "ALARM(\"a\"),                      TRUE",
    "ALARM(o),                          FALSE",
    "OK(o),                             TRUE",
    "INSUFFICIENT_DATA(a),              FALSE",
    "ALARM(u),                          UNKNOWN",
    "NOT ALARM(o),                      TRUE",
    "NOT ALARM(u),                      UNKNOWN",
    "ALARM(u) OR ALARM(a),              TRUE",
    "ALARM(u) AND ALARM(o),             FALSE",
    "ALARM(u) AND ALARM(a),             UNKNOWN",
    "ALARM(a) OR ALARM(o) AND ALARM(o), TRUE",
    "(ALARM(a) OR ALARM(o)) AND ALARM(o), FALSE",
    "NOT ALARM(o) AND NOT ALARM(o),     TRUE",
    "NOT (ALARM(a) OR ALARM(o)),        FALSE",
    "TRUE AND ALARM(a),                 TRUE",
    "FALSE OR ALARM(o),                 FALSE",
    "'AT_LEAST(1, ALARM, (a, o))',      TRUE",
    "'AT_LEAST(1, ALARM, (o, u))',      UNKNOWN",
    "'AT_LEAST(2, ALARM, (a, o))',      FALSE",
    "'AT_LEAST(2, ALARM, (a, o, u))',   UNKNOWN",
    "'AT_LEAST(50%, ALARM, (a, o))',    TRUE",
    "'AT_LEAST(51%, ALARM, (a, o))',    FALSE",
    "'AT_LEAST(60%, NOT OK, (a, o, a))', TRUE",
    "'AT_LEAST(2, NOT ALARM, (\"a\", \"o\", o)) AND ALARM(a)', TRUE",
  })
  void aRuleIsEvaluatedWithWhatIsKnown(String text, Truth expected) {
    AlarmRule rule = AlarmRule.parse(text).orElseThrow();

    assertThat(rule.evaluate(AlarmRuleTest::known)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ALARM(a",
        "ALARM()",
        "ALARM(a) ALARM(o)",
        "ALARM(a) OR",
        "(ALARM(a)",
        "alarm(a)",
        "AT_LEAST(1, ALARM, a, o)",
        "AT_LEAST(1, ALARM, ())",
        "AT_LEAST(some, ALARM, (a, o))",
        "AT_LEAST(1, BUSY, (a, o))",
        "AT_LEAST(1, ALARM, (a, o)",
        "NOT"
      })
  void aRuleThatIsNoneIsNotUnderstood(String text) {
    assertThat(AlarmRule.parse(text)).isEmpty();
  }

  @Test
  void aRuleNestedBeyondReasonIsNotUnderstood() {
    String text = "(".repeat(5_000) + "ALARM(a)" + ")".repeat(5_000);

    assertThat(AlarmRule.parse(text)).isEmpty();
  }

  @Test
  void aRuleKnowsTheAlarmsItSpeaksOf() {
    assertThat(
            AlarmRule.parse(
                    "ALARM(a) OR OK(\"b c\") OR ALARM(a) OR ALARM(arn:aws:cloudwatch:eu-west-1:111122223333:alarm:a)")
                .orElseThrow()
                .alarms())
        .containsExactly("a", "b c", "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:a");
  }

  private static Truth known(String state, String alarm) {
    return switch (alarm) {
      case "a" -> state.equals("ALARM") ? Truth.TRUE : Truth.FALSE;
      case "o" -> state.equals("OK") ? Truth.TRUE : Truth.FALSE;
      default -> Truth.UNKNOWN;
    };
  }
}
