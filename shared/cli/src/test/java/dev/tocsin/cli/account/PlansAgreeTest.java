package dev.tocsin.cli.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.catalog.Control;
import dev.tocsin.catalog.ControlCatalog;
import dev.tocsin.chain.model.MetricFilter;
import dev.tocsin.chain.model.Snapshot;
import dev.tocsin.chain.model.SnapshotJson;
import dev.tocsin.chain.remedy.Plan;
import dev.tocsin.chain.verdict.Finding;
import dev.tocsin.chain.verdict.Verdict;
import dev.tocsin.cli.io.Json;
import dev.tocsin.evaluation.Confirmation;
import dev.tocsin.evaluation.ControlJudge;
import dev.tocsin.evaluation.Evaluation;
import dev.tocsin.evaluation.RuleParameters;
import dev.tocsin.remediation.Means;
import dev.tocsin.remediation.Planner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a plan says and what an evaluation says of one account: the shipped examples, the accounts
 * of the planner's cases, and one in six of those of {@code field/} (all with {@code
 * -Dtocsin.plans=all}).
 */
class PlansAgreeTest {
  private static final Path SHARED = Path.of(System.getProperty("tocsin.root"), "shared");
  private static final Path FIELD = SHARED.resolve("cli/src/test/resources/field");
  private static final ControlCatalog CATALOG = ControlCatalog.load();
  private static final ControlJudge JUDGE = new ControlJudge(CATALOG);
  private static final Means NOTHING_GIVEN =
      new Means(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /** An account, and the control of its case; empty for those of the newest benchmark. */
  record Case(Path account, ObjectNode parameters, String control) {
    @Override
    public String toString() {
      return account.getFileName() + " " + control + " " + parameters;
    }
  }

  static List<Case> cases() throws IOException {
    List<Case> cases = new ArrayList<>();
    for (String folder :
        List.of(
            "examples/accounts",
            "remediation/src/test/resources/dev/tocsin/remediation/accounts")) {
      try (Stream<Path> files = Files.list(SHARED.resolve(folder))) {
        files.sorted().forEach(file -> cases.add(new Case(file, Json.object(), "")));
      }
    }
    List<String> lines = Files.readAllLines(FIELD.resolve("cases.jsonl"));
    int each = System.getProperty("tocsin.plans", "").equals("all") ? 1 : 6;
    for (int i = 0; i < lines.size(); i += each) {
      JsonNode one = Json.read(lines.get(i), "case");
      if (!one.has("error")) {
        cases.add(
            new Case(
                FIELD.resolve("accounts/" + one.path("account").asText() + ".json"),
                one.has("parameters") ? (ObjectNode) one.get("parameters") : Json.object(),
                one.path("control").asText()));
      }
    }
    return cases;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void planSaysNothingThatTheEvaluationWouldNot(Case given) throws Exception {
    RuleParameters parameters = (RuleParameters) RuleParameters.parse(CATALOG, given.parameters());
    Snapshot account =
        SnapshotJson.read(Files.readString(given.account()), given.account().toString());
    List<Evaluation> evaluations =
        CATALOG.controls().stream()
            .filter(
                control ->
                    given.control().isEmpty()
                        ? control.isIn(parameters.benchmark())
                        : control.id().equals(given.control()))
            .map(control -> new Evaluation(control, verdict(control, parameters, account)))
            .toList();

    Plan plan = new Planner(JUDGE).plan(account, evaluations, parameters, NOTHING_GIVEN);

    Set<String> broken =
        evaluations.stream()
            .filter(one -> one.verdict().complianceType().name().equals("NON_COMPLIANT"))
            .map(one -> one.control().id())
            .collect(Collectors.toCollection(LinkedHashSet::new));
    assertThat(broken).as("what is repaired is broken").containsAll(repaired(plan));
    assertThat(overwritten(plan, account)).as("filters that were there").isEmpty();
    Set<String> fixes =
        evaluations.stream()
            .flatMap(one -> one.verdict().findings().stream())
            .map(Finding::fix)
            .collect(Collectors.toSet());
    assertThat(plan.byHand().stream().filter(line -> line.contains("set its pattern to")))
        .as("patterns that the evaluation does not print")
        .allMatch(line -> fixes.stream().anyMatch(line::contains));
  }

  private static Verdict verdict(Control control, RuleParameters parameters, Snapshot account) {
    return JUDGE.judge(control, parameters, account, Confirmation.NOT_ASKED);
  }

  private static Set<String> repaired(Plan plan) {
    return plan.calls().stream()
        .flatMap(call -> call.repairs().stream())
        .collect(Collectors.toSet());
  }

  /** The names of filters of the account that a call would put anew. */
  private static List<String> overwritten(Plan plan, Snapshot account) {
    Set<String> there =
        account.regions().values().stream()
            .flatMap(region -> region.metricFilters().stream())
            .map(MetricFilter::filterName)
            .filter(name -> !name.startsWith("tocsin-"))
            .collect(Collectors.toSet());
    return plan.calls().stream()
        .filter(call -> call.operation().equals("PutMetricFilter"))
        .map(call -> call.parameters().path("filterName").asText())
        .filter(there::contains)
        .toList();
  }
}
