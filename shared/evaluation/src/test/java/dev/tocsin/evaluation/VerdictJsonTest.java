package dev.tocsin.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.catalog.Control;
import dev.tocsin.catalog.ControlCatalog;
import dev.tocsin.catalog.Noise;
import dev.tocsin.catalog.UsualEvent;
import dev.tocsin.chain.model.BadSnapshot;
import dev.tocsin.chain.model.Snapshot;
import dev.tocsin.chain.model.SnapshotJson;
import dev.tocsin.chain.verdict.ComplianceType;
import dev.tocsin.chain.verdict.Fault;
import dev.tocsin.chain.verdict.Link;
import dev.tocsin.chain.verdict.Place;
import dev.tocsin.chain.verdict.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Verdicts on every shipped account are as the published schema describes them. */
class VerdictJsonTest {
  private static final Path ACCOUNTS =
      Path.of(System.getProperty("tocsin.root"), "shared/examples/accounts");
  private static final List<Control> CONTROLS =
      Stream.of("root-account-usage", "security-group-changes", "config-rule-noncompliance")
          .map(id -> ControlCatalog.load().find(id).orElseThrow())
          .toList();

  private static final Instant JUDGED = Instant.parse("2026-11-21T08:00:00Z");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final PublishedSchema schema = new PublishedSchema("tocsin-verdict-1.schema.json");

  static List<Path> accounts() throws IOException {
    try (Stream<Path> files = Files.list(ACCOUNTS)) {
      return files.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("accounts")
  void everyVerdictIsAsTheSchemaSays(Path file) throws Exception {
    Snapshot snapshot = snapshot(file);
    AccountVerdicts verdicts = evaluate(snapshot);

    assertThat(schema.problems(VerdictJson.of(verdicts))).isEmpty();
    assertThat(verdicts.evaluations())
        .allSatisfy(e -> assertThat(schema.problems(VerdictJson.of(e))).isEmpty());
  }

  @Test
  void basisSaysWhatTheVerdictsRestOn() throws Exception {
    Path file = ACCOUNTS.resolve("good.json");
    Map<Parameter, String> given =
        Map.of(Parameter.BENCHMARK, "cis-1.4.0", Parameter.EXEMPT, "{ $.eventName = CreateTags }");

    JsonNode basis = VerdictJson.of(evaluate(snapshot(file), given)).path("basis");

    assertThat(basis.path("tool").path("version").asText()).isEqualTo(Tool.VERSION);
    assertThat(basis.path("benchmark").asText()).isEqualTo("cis-1.4.0");
    assertThat(basis.path("parameters").path("maxEventsToAlarm").asText()).isEqualTo("1");
    assertThat(basis.path("exemptions").findValuesAsText("pattern"))
        .containsExactly("{ $.eventName = CreateTags }");
    assertThat(basis.path("readAt").asText()).isEqualTo(snapshot(file).takenAt().toString());
    assertThat(basis.path("judgedAt").asText()).isEqualTo(JUDGED.toString());
    assertThat(basis.path("snapshotSha256").asText()).isEqualTo(sha256(written(file)));
    assertThat(schema.problems(VerdictJson.of(evaluate(snapshot(file), given)))).isEmpty();
  }

  @Test
  void whatTheVerdictAndTheControlSayIsThere() throws Exception {
    Control control = CONTROLS.get(1);
    Place written = new Place("aws_cloudwatch_log_metric_filter.x", "main.tf", 12);
    Place planned = new Place("aws_sns_topic.y", "", 0);
    Fault fault = Fault.of("is gone", "make it");
    Verdict verdict =
        new Verdict(
            control.id(),
            ComplianceType.NON_COMPLIANT,
            List.of(
                fault.on(Link.METRIC_FILTER, "x").at(Optional.of(written)),
                fault.on(Link.TOPIC, "y").at(Optional.of(planned)),
                fault.on(Link.ALARM, "z")),
            List.of(),
            Optional.empty(),
            List.of("first note", "second note"));

    ObjectNode json = VerdictJson.of(new Evaluation(control, verdict));

    assertThat(schema.problems(json)).isEmpty();
    assertThat(json.path("notes")).extracting(JsonNode::asText).isEqualTo(verdict.notes());
    assertThat(json.at("/findings/0/place"))
        .isEqualTo(
            JSON.createObjectNode()
                .put("address", "aws_cloudwatch_log_metric_filter.x")
                .put("file", "main.tf")
                .put("line", 12));
    assertThat(json.at("/findings/1/place"))
        .isEqualTo(JSON.createObjectNode().put("address", "aws_sns_topic.y"));
    assertThat(json.at("/findings/2").has("place")).isFalse();
    assertThat(json.path("sections").properties()).hasSameSizeAs(control.sections().keySet());
    control
        .sections()
        .forEach(
            (framework, numbers) ->
                assertThat(json.path("sections").path(framework))
                    .extracting(JsonNode::asText)
                    .isEqualTo(numbers));
    assertThat(json.at("/noise/usual"))
        .hasSize(
            (int) Noise.of(control).usual().stream().map(UsualEvent::inWords).distinct().count());
  }

  @Test
  void settingsShowWhatHoldsAndNoEndpoint() throws Exception {
    ObjectNode account = (ObjectNode) JSON.readTree(ACCOUNTS.resolve("good.json").toFile());
    JsonNode subscription = account.at("/regions/us-east-1/Topics/0/Subscriptions/0");
    ((ObjectNode) subscription).put("Protocol", "https").put("Endpoint", "https://h.example/KEY");

    JsonNode chain =
        VerdictJson.of(evaluate(SnapshotJson.read(account, "account"))).at("/controls/0/chain");

    assertThat(chain.at("/METRIC_FILTER/0/settings/filterPattern").asText()).startsWith("{");
    assertThat(chain.at("/ALARM/0/settings/Threshold").isNumber()).isTrue();
    assertThat(chain.at("/TRAIL/0/settings/IsMultiRegionTrail").asBoolean()).isTrue();
    assertThat(chain.at("/SUBSCRIPTION/0/settings/Protocol").asText()).isEqualTo("https");
    assertThat(chain.toString()).doesNotContain("KEY");
  }

  @Test
  void placesAreThoseOfTheClauseInThePattern() throws Exception {
    JsonNode controls =
        VerdictJson.of(evaluate(snapshot(ACCOUNTS.resolve("broken-links.json")))).path("controls");

    List<String> clauses = new ArrayList<>();
    for (JsonNode unseenBy : controls.findValues("unseenBy")) {
      for (JsonNode test : unseenBy) {
        String pattern = test.path("pattern").asText();
        for (JsonNode place : test.path("places")) {
          clauses.add(pattern.substring(place.path("start").asInt(), place.path("end").asInt()));
        }
      }
    }
    assertThat(clauses)
        .contains("$.eventName = CreateSecurityGroup", "$.eventName = ModifySecurityGroupRules")
        .doesNotHaveDuplicates()
        .allMatch(clause -> clause.matches("\\$\\.eventName = \\w+SecurityGroup\\w*"));
  }

  @Test
  void schemaRefusesWhatIsNoVerdict() throws Exception {
    Evaluation any = evaluate(snapshot(ACCOUNTS.resolve("broken-links.json"))).evaluations().get(0);
    ObjectNode lowerCase = VerdictJson.of(any);
    lowerCase.putArray("findings").addObject().put("link", "metric_filter");
    ObjectNode withoutChain = VerdictJson.of(any).without(List.of("chain"));
    ObjectNode compliantWithFindings = VerdictJson.of(any).put("complianceType", "COMPLIANT");

    assertThat(List.of(lowerCase, withoutChain, compliantWithFindings))
        .allSatisfy(wrong -> assertThat(schema.problems(wrong)).isNotEmpty());
  }

  private static AccountVerdicts evaluate(Snapshot snapshot) {
    return evaluate(snapshot, Map.of());
  }

  private static AccountVerdicts evaluate(Snapshot snapshot, Map<Parameter, String> given) {
    RuleParameters parameters = (RuleParameters) RuleParameters.parse(ControlCatalog.load(), given);
    ControlJudge judge = new ControlJudge();
    return new AccountVerdicts(
        snapshot.account(),
        snapshot.region(),
        Basis.of(snapshot, parameters, JUDGED),
        CONTROLS.stream()
            .map(
                control ->
                    new Evaluation(
                        control,
                        judge.judge(control, parameters, snapshot, Confirmation.NOT_ASKED)))
            .toList());
  }

  /** What {@code tocsin snapshot} would print. */
  private static String written(Path file) throws IOException, BadSnapshot {
    return SnapshotJson.write(snapshot(file)) + "\n";
  }

  private static String sha256(String text) throws NoSuchAlgorithmException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  private static Snapshot snapshot(Path file) throws IOException, BadSnapshot {
    return SnapshotJson.read(Files.readString(file), file.toString());
  }
}
