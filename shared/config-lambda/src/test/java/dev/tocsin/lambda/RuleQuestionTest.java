package dev.tocsin.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tocsin.catalog.ControlCatalog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleQuestionTest {
  private static final ControlCatalog CATALOG = ControlCatalog.load();

  @Test
  void controlIsLookedUpAndParametersAreRead() {
    RuleQuestion question = ask("{'control': 'root-account-usage', 'maxEventsToAlarm': 2}");

    assertThat(question.control().id()).isEqualTo("root-account-usage");
    assertThat(question.parameters().maxEventsToAlarm()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "                                     | `control`: expected one of `             | found none",
        "{}                                   | `control`: expected one of `             | found none",
        "{'control': 'root'}                  | `root-account-usage`                     | found `root`",
        "{'control': 'root-account-usage', 'benchmark': 'x'} | `benchmark`: expected one of | found `x`",
        "[]                                   | `ruleParameters`: expected a JSON object | found other JSON",
        "{'control':                          | `ruleParameters`: expected a JSON object | not JSON",
      })
  void badQuestionIsNamedWithWhatItAccepts(String text, String expected, String found) {
    assertThatThrownBy(() -> ask(text))
        .isInstanceOf(BadInvocation.class)
        .hasMessageContaining(expected)
        .hasMessageContaining(found);
  }

  private static RuleQuestion ask(String text) {
    String json = text == null ? null : text.replace('\'', '"');
    return RuleQuestion.of(Events.scheduled(json), CATALOG);
  }
}
