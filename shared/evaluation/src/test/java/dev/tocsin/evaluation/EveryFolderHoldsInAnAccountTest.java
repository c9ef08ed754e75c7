package dev.tocsin.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.catalog.Control;
import dev.tocsin.catalog.ControlCatalog;
import dev.tocsin.catalog.EventRuleState;
import dev.tocsin.chain.model.SnapshotJson;
import dev.tocsin.chain.verdict.ComplianceType;
import dev.tocsin.chain.verdict.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a rule folder prints, put alone into an account with one Region, makes its control
 * COMPLIANT: the EventBridge form in the state that the folder names, and the filter that
 * remediation deploys, with its alarm.
 */
class EveryFolderHoldsInAnAccountTest {
  private static final Path REPOSITORY = Path.of(System.getProperty("tocsin.root", "../.."));
  private static final ObjectNode ACCOUNT = account();
  private static final List<Control> CONTROLS = ControlCatalog.load().controls();

  private final ControlJudge judge = new ControlJudge();

  static Stream<Named<Control>> withEventPattern() {
    return named(control -> control.eventPattern().isPresent());
  }

  static Stream<Named<Control>> seenByTrails() {
    return named(Control::isSeenByTrails);
  }

  private static Stream<Named<Control>> named(Predicate<Control> chosen) {
    return CONTROLS.stream().filter(chosen).map(control -> Named.of(control.id(), control));
  }

  @ParameterizedTest
  @MethodSource("withEventPattern")
  void eventPatternHoldsInTheStateThatTheFolderNames(Control control) throws Exception {
    assertThat(judged(control, rule(control, control.eventRuleState())))
        .as("%s, its event-pattern.json in state `%s`", control.id(), control.eventRuleState())
        .isEqualTo(ComplianceType.COMPLIANT);
  }

  /** A state that costs more than it has to is not asked for, and one that is asked for is told. */
  @ParameterizedTest
  @MethodSource("withEventPattern")
  void widerStateIsNamedWhereItIsNeededOnly(Control control) throws Exception {
    boolean wide = control.eventRuleState() == EventRuleState.ALL_MANAGEMENT_EVENTS;
    assertThat(judged(control, rule(control, EventRuleState.ENABLED)))
        .as("%s, its event-pattern.json in state `ENABLED`", control.id())
        .isEqualTo(wide ? ComplianceType.NON_COMPLIANT : ComplianceType.COMPLIANT);
    assertThat(
            Files.readString(REPOSITORY.resolve("rules").resolve(control.id()).resolve("README.md"))
                .contains(EventRuleState.ALL_MANAGEMENT_EVENTS.toString()))
        .as("rules/%s/README.md names the state that its event-pattern.json needs", control.id())
        .isEqualTo(wide);
  }

  @ParameterizedTest
  @MethodSource("seenByTrails")
  void deployedFilterWithItsAlarmHolds(Control control) throws Exception {
    assertThat(judged(control, account -> keepOnly(account, control)))
        .as("%s, what remediation deploys", control.id())
        .isEqualTo(ComplianceType.COMPLIANT);
  }

  private ComplianceType judged(Control control, Consumer<ObjectNode> change) throws Exception {
    ObjectNode account = ACCOUNT.deepCopy();
    change.accept(account);
    Map<Parameter, String> values =
        control.acceptsEventRules() ? Map.of() : Map.of(Parameter.ACCEPT_EVENT_BRIDGE, "true");
    RuleParameters parameters =
        (RuleParameters) RuleParameters.parse(ControlCatalog.load(), values);
    Verdict verdict =
        judge.judge(
            control, parameters, SnapshotJson.read(account, control.id()), Confirmation.NOT_ASKED);
    return verdict.complianceType();
  }

  /** The folder's event pattern on a rule, and nothing else that watches. */
  private static Consumer<ObjectNode> rule(Control control, EventRuleState state) {
    return account -> {
      ObjectNode region = region(account);
      region.putArray("metricFilters");
      region.putArray("MetricAlarms");
      ObjectNode rule = (ObjectNode) region.get("Rules").get(0);
      rule.put("EventPattern", control.eventPattern().orElseThrow().toString());
      rule.put("State", state.toString());
      region.putArray("Rules").add(rule);
    };
  }

  private static void keepOnly(ObjectNode account, Control control) {
    ObjectNode region = region(account);
    region.putArray("Rules");
    region
        .withArray("metricFilters")
        .removeIf(filter -> !isOf(control, filter.get("filterName").asText()));
    region
        .withArray("MetricAlarms")
        .removeIf(alarm -> !isOf(control, alarm.get("AlarmName").asText()));
  }

  private static boolean isOf(Control control, String name) {
    return name.equals("tocsin-" + control.id());
  }

  private static ObjectNode region(ObjectNode account) {
    return (ObjectNode) account.get("regions").get("us-east-1");
  }

  private static ObjectNode account() {
    try {
      Path file = REPOSITORY.resolve("shared/examples/accounts/good.json");
      ObjectNode account = (ObjectNode) new JsonMapper().readTree(file.toFile());
      account.putArray("enabledRegions").add("us-east-1");
      return account;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
