package dev.tocsin.remediation;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.tocsin.chain.model.MetricAlarm;
import dev.tocsin.chain.model.Snapshot;
import dev.tocsin.chain.remedy.Plan;
import dev.tocsin.chain.remedy.PlanJson;
import dev.tocsin.chain.remedy.PlannedCall;
import dev.tocsin.chain.verdict.ComplianceType;
import dev.tocsin.chain.verdict.Verdict;
import dev.tocsin.evaluation.Evaluation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The accounts of {@code plans.json}: what is planned, and what is true of every plan. */
class PlannerTest {
  private static final Planner PLANNER = new Planner(AccountCase.JUDGE);
  private static final JsonSchema SCHEMA = schema();

  static Stream<AccountCase> cases() {
    return AccountCase.in("plans.json");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void thePlanIsAsTheCaseSays(AccountCase one) throws Exception {
    Snapshot account = one.account();
    Plan plan = plan(one, account);

    assertThat(plan.calls().stream().map(PlannedCall::name))
        .as(plan.byHand().toString())
        .isEqualTo(one.texts("calls"));
    assertThat(plan.byHand().stream().filter(advice -> one.texts("byHand").isEmpty())).isEmpty();
    one.texts("byHand")
        .forEach(says -> assertThat(plan.byHand()).anyMatch(advice -> advice.contains(says)));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void thePlannedCallsLeadToAControlThatHoldsAndToAnEmptyPlan(AccountCase one) throws Exception {
    Snapshot account = one.account();
    Plan plan = plan(one, account);
    if (plan.calls().isEmpty() || one.json().path("partly").asBoolean()) {
      return;
    }
    Snapshot then = account;
    for (PlannedCall call : plan.calls()) {
      then = Effects.of(call, then);
    }
    assertThat(one.evaluation(then).verdict().findings())
        .allMatch(finding -> plan.byHand().toString().contains("waiting for " + finding.subject()));
    assertThat(plan(one, then).calls()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void whoeverAgreesIsToldWhatWillRing(AccountCase one) throws Exception {
    Plan plan = plan(one, one.account());
    Set<String> repaired =
        plan.calls().stream().flatMap(call -> call.repairs().stream()).collect(toSet());
    String control = one.evaluation(one.account()).control().id();

    assertThat(plan.noise()).hasSize(repaired.contains(control) ? 1 : 0);
    assertThat(plan.noise())
        .allMatch(
            line ->
                line.matches(control + " rings (seldom|every day|all day|with deployments): .+"))
        .allMatch(line -> line.matches(".+: .+; [0-9,]+ of 1,132 public records"));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void whatTheVerdictSaysBesideItsFindingsIsInThePlanToo(AccountCase one) throws Exception {
    Verdict verdict = one.evaluation(one.account()).verdict();
    Plan plan = plan(one, one.account());

    assertThat(plan.notes())
        .isEqualTo(
            verdict.complianceType() == ComplianceType.NON_COMPLIANT ? verdict.notes() : List.of());
    one.texts("notes").forEach(says -> assertThat(plan.notes().toString()).contains(says));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void nothingThatIsThereIsTakenAway(AccountCase one) throws Exception {
    Snapshot account = one.account();
    for (PlannedCall call : plan(one, account).calls()) {
      assertThat(call.name()).doesNotContain("Delete", "Remove");
      if (call.operation().equals("PutMetricAlarm")) {
        alarm(account, call).ifPresent(before -> keeps(before, call));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void everyPlanIsAsTheSchemaSays(AccountCase one) throws Exception {
    Plan plan = plan(one, one.account());
    assertThat(SCHEMA.validate(PlanJson.of(plan))).isEmpty();
    assertThat(plan.calls()).allMatch(call -> !call.repairs().isEmpty());
  }

  private static Plan plan(AccountCase one, Snapshot account) {
    Evaluation evaluation = one.evaluation(account);
    Plan plan = PLANNER.plan(account, List.of(evaluation), one.parameters(), one.means());
    if (evaluation.verdict().complianceType() == ComplianceType.COMPLIANT) {
      assertThat(plan.calls()).isEmpty();
    }
    return plan;
  }

  private static Optional<MetricAlarm> alarm(Snapshot account, PlannedCall call) {
    return account.in(call.region()).orElseThrow().metricAlarms().stream()
        .filter(one -> one.alarmName().equals(call.parameters().path("AlarmName").asText()))
        .findFirst();
  }

  private static void keeps(MetricAlarm before, PlannedCall call) {
    assertThat(call.rest()).isPresent();
    if (call.parameters().has("AlarmActions")) {
      List<String> after =
          Stream.iterate(0, i -> i + 1)
              .limit(call.parameters().get("AlarmActions").size())
              .map(i -> call.parameters().get("AlarmActions").get(i).asText())
              .toList();
      assertThat(after).containsAll(before.alarmActions());
    }
  }

  private static JsonSchema schema() {
    Path file =
        Path.of(System.getProperty("tocsin.root"), "shared/docs/schemas/tocsin-plan-1.schema.json");
    try {
      JsonNode json = new ObjectMapper().readTree(Files.readString(file));
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
