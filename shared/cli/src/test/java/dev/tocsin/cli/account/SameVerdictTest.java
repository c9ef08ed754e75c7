package dev.tocsin.cli.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.catalog.Control;
import dev.tocsin.catalog.ControlCatalog;
import dev.tocsin.chain.model.Snapshot;
import dev.tocsin.chain.model.SnapshotJson;
import dev.tocsin.chain.verdict.Verdict;
import dev.tocsin.cli.Run;
import dev.tocsin.cli.io.Json;
import dev.tocsin.evaluation.Confirmation;
import dev.tocsin.evaluation.ControlJudge;
import dev.tocsin.evaluation.Evaluation;
import dev.tocsin.evaluation.Parameter;
import dev.tocsin.evaluation.RuleParameters;
import dev.tocsin.evaluation.VerdictJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A rule with some parameters and the command line with the same options say the same. */
class SameVerdictTest {
  private static final Path ROOT = Path.of(System.getProperty("tocsin.root"));
  private static final List<String> CONTROLS =
      List.of("root-account-usage", "security-group-changes", "config-rule-noncompliance");

  /** A rule's {@code InputParameters} and an account. */
  record Case(String parameters, Path account) {
    @Override
    public String toString() {
      return account.getFileName() + " " + parameters;
    }
  }

  static List<Case> cases() throws IOException {
    List<String> parameters =
        List.of(
            "{}",
            "{\"benchmark\": \"cis-1.2.0\"}",
            "{\"exempt\": \"{ $.eventName = AuthorizeSecurityGroupEgress }\"}",
            "{\"exempt\": \" \", \"maxEventsToAlarm\": \"\"}",
            "{\"acceptEventBridge\": \"true\", \"acceptedActions\": \"lambda, incident-manager\"}",
            "{\"maxEventsToAlarm\": \"5\"}",
            "{\"monitoringAccount\": \"444455556666\"}");
    try (Stream<Path> files = Files.list(ROOT.resolve("shared/examples/accounts"))) {
      return files
          .sorted()
          .flatMap(account -> parameters.stream().map(values -> new Case(values, account)))
          .toList();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void ruleAndCommandLineGiveTheSameVerdict(Case given) throws Exception {
    ObjectNode values = (ObjectNode) Json.read(given.parameters(), "parameters");

    assertThat(byCommandLine(values, given.account())).isEqualTo(byRule(values, given.account()));
  }

  /** What the function does, without AWS Config and AWS Lambda around it. */
  private static List<JsonNode> byRule(ObjectNode values, Path account) throws Exception {
    RuleParameters parameters =
        (RuleParameters) RuleParameters.parse(ControlCatalog.load(), values);
    Snapshot snapshot = SnapshotJson.read(Files.readString(account), account.toString());
    List<JsonNode> verdicts = new ArrayList<>();
    for (String id : CONTROLS) {
      Control control = ControlCatalog.load().find(id).orElseThrow();
      Verdict verdict =
          new ControlJudge(ControlCatalog.load())
              .judge(control, parameters, snapshot, Confirmation.NOT_ASKED);
      String logged = VerdictJson.of(new Evaluation(control, verdict)).toString();
      verdicts.add(Json.read(logged, id));
    }
    return verdicts;
  }

  private static List<JsonNode> byCommandLine(ObjectNode values, Path account) {
    List<String> arguments =
        new ArrayList<>(List.of("evaluate", "--format", "json", "--snapshot", account.toString()));
    CONTROLS.forEach(id -> arguments.addAll(List.of("--control", id)));
    for (Map.Entry<String, JsonNode> value : values.properties()) {
      Parameter parameter = Parameter.of(value.getKey()).orElseThrow();
      arguments.add(parameter.option() + "=" + value.getValue().asText());
    }
    Run run = Run.tocsin(arguments.toArray(String[]::new));
    List<JsonNode> verdicts = new ArrayList<>();
    Json.read(run.out(), run.err()).path("controls").forEach(verdicts::add);
    return verdicts;
  }
}
