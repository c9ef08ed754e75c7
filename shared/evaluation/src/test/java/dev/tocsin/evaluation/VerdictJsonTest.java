package dev.tocsin.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.catalog.Control;
import dev.tocsin.catalog.ControlCatalog;
import dev.tocsin.chain.model.BadSnapshot;
import dev.tocsin.chain.model.Snapshot;
import dev.tocsin.chain.model.SnapshotJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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

  private final VerdictSchema schema = new VerdictSchema();

  static List<Path> accounts() throws IOException {
    try (Stream<Path> files = Files.list(ACCOUNTS)) {
      return files.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("accounts")
  void everyVerdictIsAsTheSchemaSays(Path file) throws Exception {
    Snapshot snapshot = snapshot(file);
    List<Evaluation> evaluations = evaluate(snapshot);

    assertThat(schema.problems(VerdictJson.of(snapshot, evaluations))).isEmpty();
    assertThat(evaluations)
        .allSatisfy(e -> assertThat(schema.problems(VerdictJson.of(e))).isEmpty());
  }

  @Test
  void schemaRefusesWhatIsNoVerdict() throws Exception {
    Evaluation any = evaluate(snapshot(ACCOUNTS.resolve("broken-links.json"))).get(0);
    ObjectNode lowerCase = VerdictJson.of(any);
    lowerCase.putArray("findings").addObject().put("link", "metric_filter");
    ObjectNode withoutChain = VerdictJson.of(any).without(List.of("chain"));
    ObjectNode compliantWithFindings = VerdictJson.of(any).put("complianceType", "COMPLIANT");

    assertThat(List.of(lowerCase, withoutChain, compliantWithFindings))
        .allSatisfy(wrong -> assertThat(schema.problems(wrong)).isNotEmpty());
  }

  private static List<Evaluation> evaluate(Snapshot snapshot) {
    RuleParameters parameters = (RuleParameters) RuleParameters.parse(Map.of());
    ControlJudge judge = new ControlJudge();
    return CONTROLS.stream()
        .map(
            control ->
                new Evaluation(
                    control, judge.judge(control, parameters, snapshot, Confirmation.NOT_ASKED)))
        .toList();
  }

  private static Snapshot snapshot(Path file) throws IOException, BadSnapshot {
    return SnapshotJson.read(Files.readString(file), file.toString());
  }
}
