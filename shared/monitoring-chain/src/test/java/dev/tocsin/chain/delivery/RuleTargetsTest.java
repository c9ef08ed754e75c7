package dev.tocsin.chain.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.chain.model.BadSnapshot;
import dev.tocsin.chain.model.EventRule;
import dev.tocsin.chain.model.Snapshot;
import dev.tocsin.chain.model.SnapshotJson;
import dev.tocsin.chain.verdict.Finding;
import dev.tocsin.chain.verdict.JudgeOptions;
import dev.tocsin.chain.verdict.Reach;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs {@code target-cases.json}: a rule whose target publishes to a topic in a role that may, and
 * cases that change the topic, the target, the role or the policies. The answers follow AWS's
 * guides of IAM and EventBridge.
 */
class RuleTargetsTest {

  @TestFactory
  Stream<DynamicTest> cases() throws IOException {
    try (InputStream file = RuleTargetsTest.class.getResourceAsStream("target-cases.json")) {
      JsonNode data = new ObjectMapper().readTree(file);
      return StreamSupport.stream(data.get("cases").spliterator(), false)
          .map(
              entry ->
                  DynamicTest.dynamicTest(
                      entry.get("name").asText(), () -> run(data.get("standard"), entry)));
    }
  }

  @Test
  void rolesAreReadBackAsTheyAreWritten() throws IOException, BadSnapshot {
    try (InputStream file = RuleTargetsTest.class.getResourceAsStream("target-cases.json")) {
      Snapshot read = SnapshotJson.read(new ObjectMapper().readTree(file).get("standard"), "case");

      assertThat(SnapshotJson.read(SnapshotJson.write(read), "written")).isEqualTo(read);
      assertThat(read.roles().get(0).trust()).get().asString().contains("events");
    }
  }

  private static void run(JsonNode standard, JsonNode entry) throws BadSnapshot {
    Snapshot snapshot = snapshot(standard, entry);
    EventRule rule = snapshot.in("eu-west-1").orElseThrow().rules().get(0);

    Reach reach =
        RuleTargets.judge(rule, "eu-west-1", snapshot, JudgeOptions.at(snapshot.takenAt()));

    assertThat(outcome(reach)).as(reach.toString()).isEqualTo(entry.get("outcome").asText());
    entry.get("says").forEach(text -> assertThat(reach.toString()).contains(text.asText()));
    assertThat(reach.toString()).doesNotContain("remove the role");
  }

  private static String outcome(Reach reach) {
    if (reach.reaches()) {
      return "reaches";
    }
    return reach.findings().stream().anyMatch(Finding::decided) ? "broken" : "cannot-show";
  }

  private static Snapshot snapshot(JsonNode standard, JsonNode entry) throws BadSnapshot {
    ObjectNode snapshot = standard.deepCopy();
    merge((ObjectNode) snapshot.at("/RoleDetailList/0"), entry.path("role"));
    merge((ObjectNode) snapshot.at("/regions/eu-west-1/Topics/0"), entry.path("topic"));
    merge((ObjectNode) snapshot.at("/regions/eu-west-1/Rules/0/Targets/0"), entry.path("target"));
    if (entry.has("policies")) {
      snapshot.set("Policies", entry.get("policies"));
    }
    return SnapshotJson.read(snapshot, "case");
  }

  /** JSON merge patch (RFC 7396), lists and policies replaced whole. */
  private static void merge(ObjectNode target, JsonNode patch) {
    for (Map.Entry<String, JsonNode> field : patch.properties()) {
      if (field.getValue().isNull()) {
        target.remove(field.getKey());
      } else if (field.getKey().equals("Attributes")) {
        ((ObjectNode) target.get(field.getKey())).setAll((ObjectNode) field.getValue());
      } else {
        target.set(field.getKey(), field.getValue());
      }
    }
  }
}
