package dev.tocsin.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.catalog.Control;
import dev.tocsin.catalog.ControlCatalog;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Event rules are read, and count, iff something asks for them. */
class ExtentTest {

  @ParameterizedTest
  @CsvSource({
    "eventbridge-root-console-login, false, true",
    "eventbridge-security-group-open-to-world, false, true",
    "config-rule-noncompliance, false, true",
    "security-group-changes, false, false",
    "security-group-changes, true, true",
  })
  void eventRulesCountIffTheControlOrItsParametersAskForThem(
      String id, String accepted, boolean count) {
    Control control = ControlCatalog.load().find(id).orElseThrow();
    RuleParameters parameters =
        (RuleParameters)
            RuleParameters.parse(
                ControlCatalog.load(), Map.of(Parameter.ACCEPT_EVENT_BRIDGE, accepted));
    assertThat(Extent.of(List.of(control), parameters).eventRules()).isEqualTo(count);
    assertThat(Extent.eventRulesCount(control, parameters)).isEqualTo(count);
  }
}
