package dev.tocsin.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.catalog.Benchmark;
import dev.tocsin.catalog.ControlCatalog;
import dev.tocsin.chain.verdict.ActionKind;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RuleParametersTest {
  private static final ControlCatalog CATALOG = ControlCatalog.load();

  @Test
  void everyKeyIsRead() {
    RuleParameters parameters =
        accepted(
            """
            {"control": "root-account-usage", "benchmark": "cis-1.4.0",
             "exempt": "{ $.eventName = GetCallerIdentity }", "acceptEventBridge": "True",
             "acceptedActions": "lambda, ssm-ops-item", "maxEventsToAlarm": "3",
             "monitoringAccount": "444455556666", "confirmOnAws": "false"}""");

    assertThat(parameters.control()).contains("root-account-usage");
    assertThat(parameters.benchmark()).isEqualTo(Benchmark.CIS_1_4_0);
    assertThat(parameters.exempt().holding("root-account-usage", LocalDate.EPOCH))
        .singleElement()
        .matches(one -> one.events().text().contains("GetCallerIdentity"));
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
        accepted("{\"control\": \"root-account-usage\", \"exempt\": \"\", \"benchmark\": \" \"}");

    assertThat(parameters.benchmark()).isEqualTo(Benchmark.DEFAULT);
    assertThat(parameters.exempt().all()).isEmpty();
    assertThat(parameters.acceptEventBridge()).isFalse();
    assertThat(parameters.acceptedActions()).isEmpty();
    assertThat(parameters.maxEventsToAlarm()).isEqualTo(1);
    assertThat(parameters.monitoringAccount()).isEmpty();
    assertThat(parameters.confirmOnAws()).isTrue();
  }

  @Test
  void numbersAndTruthValuesMayBeUnquoted() {
    RuleParameters parameters =
        accepted(
            "{\"control\": \"root-account-usage\", \"maxEventsToAlarm\": 2, \"confirmOnAws\": false}");

    assertThat(parameters.maxEventsToAlarm()).isEqualTo(2);
    assertThat(parameters.confirmOnAws()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "{'contol': 'root-account-usage'} | `ruleParameters`: expected keys of `control`, `benchmark` | found `contol`",
        "{'benchmark': 'cis-9'}           | `benchmark`: expected one of `cis-1.2.0`        | found `cis-9`",
        "{'exempt': '{ $.a == 1 }'}       | `exempt`: `{ $.a == 1 }` at offset              | Fix:",
        "{'acceptEventBridge': 'yes'}     | `acceptEventBridge`: expected `true` or `false` | found `yes`",
        "{'confirmOnAws': '1'}            | `confirmOnAws`: expected `true` or `false`      | found `1`",
        "{'acceptedActions': 'lambda,sms'} | `lambda`, `ssm-ops-item`, `incid               | found `lambda,sms`",
        "{'acceptedActions': 'lambda,'}   | `acceptedActions`: expected a comma-separated   | found `lambda,`",
        "{'maxEventsToAlarm': '0'}        | `maxEventsToAlarm`: expected a number from 1    | found `0`",
        "{'maxEventsToAlarm': '1000000'}  | expected a number from 1 to 999999              | found `1000000`",
        "{'maxEventsToAlarm': '\u0663'}   | `maxEventsToAlarm`: expected a number from 1    | found `\u0663`",
        "{'maxEventsToAlarm': 'many'}     | `maxEventsToAlarm`: expected a number from 1    | found `many`",
        "{'monitoringAccount': '1234'}    | `monitoringAccount`: expected the twelve digits | found `1234`",
        "{'exempt': {'a': 1}}             | `exempt`: expected text                         | found `{",
      })
  void badParameterIsNamedWithWhatItAccepts(String text, String expected, String found) {
    assertThat(parse(text.replace('\'', '"')))
        .isInstanceOfSatisfying(
            ParameterProblem.class,
            problem -> assertThat(problem.message()).contains(expected, found));
  }

  @ParameterizedTest
  @EnumSource(Parameter.class)
  void everyParameterIsAbsentWhereItIsBlank(Parameter parameter) {
    assertThat(RuleParameters.parse(CATALOG, Map.of(parameter, " \t")))
        .isEqualTo(RuleParameters.parse(CATALOG, Map.of()));
  }

  @Test
  void everyDefaultOfTheTableIsWhatHoldsWithoutIt() {
    Map<Parameter, String> defaults = new EnumMap<>(Parameter.class);
    for (Parameter parameter : Parameter.values()) {
      defaults.put(parameter, parameter.otherwise());
    }

    assertThat(RuleParameters.parse(CATALOG, defaults))
        .isEqualTo(RuleParameters.parse(CATALOG, Map.of()));
  }

  @Test
  void commandLineSaysTheSameOfItsOption() {
    ParsedParameters parsed =
        RuleParameters.parse(CATALOG, Map.of(Parameter.MAX_EVENTS_TO_ALARM, "-1"));

    assertThat(((ParameterProblem) parsed).optionMessage())
        .isEqualTo("`--max-events-to-alarm`: expected a number from 1 to 999999, found `-1`");
  }

  private static RuleParameters accepted(String text) {
    return (RuleParameters) parse(text);
  }

  private static ParsedParameters parse(String text) {
    try {
      return RuleParameters.parse(CATALOG, (ObjectNode) new ObjectMapper().readTree(text));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }
}
