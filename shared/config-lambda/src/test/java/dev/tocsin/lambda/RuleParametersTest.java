package dev.tocsin.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tocsin.catalog.Benchmark;
import dev.tocsin.catalog.ControlCatalog;
import dev.tocsin.chain.verdict.ActionKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleParametersTest {
  private static final ControlCatalog CATALOG = ControlCatalog.load();

  @Test
  void everyKeyIsRead() {
    RuleParameters parameters =
        parse(
            """
            {"control": "root-account-usage", "benchmark": "cis-1.4.0",
             "exempt": "{ $.eventName = GetCallerIdentity }", "acceptEventBridge": "True",
             "acceptedActions": "lambda, ssm-ops-item", "maxEventsToAlarm": "3",
             "monitoringAccount": "444455556666", "confirmOnAws": "false"}""");

    assertThat(parameters.control().id()).isEqualTo("root-account-usage");
    assertThat(parameters.benchmark()).isEqualTo(Benchmark.CIS_1_4_0);
    assertThat(parameters.exempt()).get().matches(p -> p.text().contains("GetCallerIdentity"));
    assertThat(parameters.acceptEventBridge()).isTrue();
    assertThat(parameters.acceptedActions())
        .containsExactlyInAnyOrder(ActionKind.LAMBDA, ActionKind.SSM_OPS_ITEM);
    assertThat(parameters.maxEventsToAlarm()).isEqualTo(3);
    assertThat(parameters.monitoringAccount()).contains("444455556666");
    assertThat(parameters.confirmOnAws()).isFalse();
  }

  @Test
  void allButTheControlHasADefaultAndBlankIsAbsent() {
    RuleParameters parameters =
        parse("{\"control\": \"root-account-usage\", \"exempt\": \"\", \"benchmark\": \" \"}");

    assertThat(parameters.benchmark()).isEqualTo(Benchmark.DEFAULT);
    assertThat(parameters.exempt()).isEmpty();
    assertThat(parameters.acceptEventBridge()).isFalse();
    assertThat(parameters.acceptedActions()).isEmpty();
    assertThat(parameters.maxEventsToAlarm()).isEqualTo(1);
    assertThat(parameters.monitoringAccount()).isEmpty();
    assertThat(parameters.confirmOnAws()).isTrue();
  }

  @Test
  void numbersAndTruthValuesMayBeUnquoted() {
    RuleParameters parameters =
        parse(
            "{\"control\": \"root-account-usage\", \"maxEventsToAlarm\": 2, \"confirmOnAws\": false}");

    assertThat(parameters.maxEventsToAlarm()).isEqualTo(2);
    assertThat(parameters.confirmOnAws()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "                                     | `control`: expected one of `                    | found none",
        "{}                                   | `control`: expected one of `                    | found none",
        "{'control': 'root'}                  | `root-account-usage`                            | found `root`",
        "{'contol': 'root-account-usage'}     | expected keys of `control`, `benchmark`         | found `contol`",
        "{C, 'benchmark': 'cis-9'}            | `benchmark`: expected one of `cis-1.2.0`        | found `cis-9`",
        "{C, 'exempt': '{ $.a == 1 }'}        | `exempt`: `{ $.a == 1 }` at offset              | Fix:",
        "{C, 'acceptEventBridge': 'yes'}      | `acceptEventBridge`: expected `true` or `false` | found `yes`",
        "{C, 'confirmOnAws': '1'}             | `confirmOnAws`: expected `true` or `false`      | found `1`",
        "{C, 'acceptedActions': 'lambda,sms'} | `lambda`, `ssm-ops-item`, `incid               | found `lambda,sms`",
        "{C, 'maxEventsToAlarm': '0'}         | `maxEventsToAlarm`: expected a number from 1    | found `0`",
        "{C, 'maxEventsToAlarm': 'many'}      | `maxEventsToAlarm`: expected a number from 1    | found `many`",
        "{C, 'monitoringAccount': '1234'}     | `monitoringAccount`: expected the twelve digits | found `1234`",
        "{C, 'exempt': {'a': 1}}              | `exempt`: expected text                         | found `{",
        "[]                                   | `ruleParameters`: expected a JSON object        | found other JSON",
        "{'control':                          | `ruleParameters`: expected a JSON object        | not JSON",
      })
  void badParameterIsNamedWithWhatItAccepts(String text, String expected, String found) {
    String json =
        text == null
            ? null
            : text.replace("{C", "{'control': 'root-account-usage'").replace('\'', '"');

    assertThatThrownBy(() -> parse(json))
        .isInstanceOf(BadInvocation.class)
        .hasMessageContaining(expected)
        .hasMessageContaining(found);
  }

  private static RuleParameters parse(String text) {
    return RuleParameters.parse(text, CATALOG);
  }
}
