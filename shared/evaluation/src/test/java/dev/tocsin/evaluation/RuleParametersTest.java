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
import java.util.EnumSet;
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
  void textsAreReadAsTheSameParameters() {
    RuleParameters parameters =
        accepted(
            """
            {"benchmark": "cis-1.4.0", "acceptEventBridge": "true",
             "exempt": ["{ $.a = 1 }",
               {"name": "n", "pattern": "{ $.b = 2 }", "reason": "r", "until": "2027-03-31", "controls": ["vpc-changes"]}],
             "acceptedActions": "ssm-ops-item,lambda", "acceptedWatchers": "subscription-filter",
             "maxEventsToAlarm": "999999", "monitoringAccount": "444455556666", "confirmOnAws": "false"}""");

    Map<Parameter, String> texts = parameters.texts();

    assertThat(texts).containsOnlyKeys(EnumSet.complementOf(EnumSet.of(Parameter.CONTROL)));
    assertThat(texts).containsEntry(Parameter.ACCEPTED_ACTIONS, "lambda,ssm-ops-item");
    assertThat(RuleParameters.parse(CATALOG, texts)).isEqualTo(parameters);
  }

  @Test
  void textsOfDefaultsLeaveOutWhatIsAbsent() {
    Map<Parameter, String> texts = accepted("{}").texts();

    assertThat(texts)
        .containsOnlyKeys(
            Parameter.BENCHMARK,
            Parameter.ACCEPT_EVENT_BRIDGE,
            Parameter.MAX_EVENTS_TO_ALARM,
            Parameter.CONFIRM_ON_AWS);
    assertThat(RuleParameters.parse(CATALOG, texts)).isEqualTo(accepted("{}"));
  }

  @Test
  void whatIsAbsentIsTakenFromElsewhereAndNullIsAbsent() {
    ObjectNode given = json("{\"maxEventsToAlarm\": null, \"benchmark\": \"cis-1.4.0\"}");
    Map<Parameter, String> otherwise =
        Map.of(Parameter.MAX_EVENTS_TO_ALARM, "7", Parameter.BENCHMARK, "cis-1.2.0");

    RuleParameters parameters = (RuleParameters) RuleParameters.parse(CATALOG, given, otherwise);

    assertThat(parameters.maxEventsToAlarm()).isEqualTo(7);
    assertThat(parameters.benchmark()).isEqualTo(Benchmark.CIS_1_4_0);
  }

  @Test
  void monitoringAccountIsAllThatBeingWatchedChanges() {
    RuleParameters parameters = accepted("{\"maxEventsToAlarm\": \"7\"}");

    assertThat(parameters.watchedBy("444455556666"))
        .isEqualTo(
            accepted("{\"maxEventsToAlarm\": \"7\", \"monitoringAccount\": \"444455556666\"}"));
  }

  @ParameterizedTest
  @EnumSource(Parameter.class)
  void everyParameterSaysWhatItIsForAndHowItIsWritten(Parameter parameter) {
    assertThat(parameter.help()).matches("[A-Z].+\\.");
    assertThat(parameter.label()).matches("[A-Z]+");
    assertThat(parameter.accepts()).isNotBlank();
    assertThat(parameter.option()).matches("--[a-z]+(-[a-z]+)*");
    assertThat(Parameter.of(parameter.key())).contains(parameter);
    assertThat(parameter.isBoolean()).isEqualTo(parameter.accepts().equals("`true` or `false`"));
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
        "{'benchmark': ['cis-1.4.0']}     | `benchmark`: expected text                      | found `[",
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
    return RuleParameters.parse(CATALOG, json(text));
  }

  private static ObjectNode json(String text) {
    try {
      return (ObjectNode) new ObjectMapper().readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }
}
