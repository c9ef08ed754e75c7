package dev.tocsin.chain.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.chain.model.BadSnapshot;
import dev.tocsin.chain.model.EventRule;
import dev.tocsin.chain.model.MetricAlarm;
import dev.tocsin.chain.model.Snapshot;
import dev.tocsin.chain.model.SnapshotJson;
import dev.tocsin.chain.verdict.ActionKind;
import dev.tocsin.chain.verdict.Evidence;
import dev.tocsin.chain.verdict.Finding;
import dev.tocsin.chain.verdict.JudgeOptions;
import dev.tocsin.chain.verdict.Reach;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs {@code delivery-cases.json}: a standard snapshot whose alarm reaches a mail address, and
 * cases that change one thing of it.
 */
class ActionsTest {

  @TestFactory
  Stream<DynamicTest> cases() throws IOException {
    try (InputStream file = ActionsTest.class.getResourceAsStream("delivery-cases.json")) {
      JsonNode data = new ObjectMapper().readTree(file);
      return StreamSupport.stream(data.get("cases").spliterator(), false)
          .map(
              entry ->
                  DynamicTest.dynamicTest(
                      entry.get("name").asText(), () -> run(data.get("standard"), entry)));
    }
  }

  private static void run(JsonNode standard, JsonNode entry) throws BadSnapshot {
    Snapshot snapshot = snapshot(standard, entry);
    String home = entry.path("regionOf").asText("eu-west-1");
    MetricAlarm alarm = snapshot.in(home).orElseThrow().metricAlarms().get(0);
    String action = entry.path("action").asText(alarm.alarmActions().get(0));
    String region = entry.path("alarmRegion").asText(home);

    Reach reach =
        entry.path("publisher").asText("alarm").equals("rule")
            ? RuleTargets.judge(rule(entry, action), region, snapshot, options(entry, snapshot))
            : new Actions().judge(alarm, region, action, snapshot, options(entry, snapshot));

    String shown = reach.evidence().stream().map(Evidence::shows).collect(Collectors.joining("\n"));
    String subjects =
        reach.evidence().stream().map(Evidence::subject).collect(Collectors.joining("\n"));
    assertThat(reach.reaches())
        .as(reach.toString())
        .isEqualTo(entry.path("reaches").asBoolean(false));
    entry
        .path("evidence")
        .forEach(text -> assertThat(shown + "\n" + subjects).contains(text.asText()));
    if (entry.has("notes")) {
      String notes = String.join("\n", reach.notes());
      assertThat(notes).contains(entry.get("notes").asText());
      assertThat(notes.isEmpty()).isEqualTo(entry.get("notes").asText().isEmpty());
    }
    if (!reach.reaches()) {
      Finding first = reach.findings().get(0);
      assertThat(reach.findings()).hasSize(1);
      assertThat(first.link().name()).isEqualTo(entry.get("link").asText());
      assertThat(first.subject()).isEqualTo(entry.path("subject").asText(first.subject()));
      assertThat(first.problem()).contains(entry.get("problem").asText());
      assertThat(first.fix()).contains(entry.get("fix").asText());
    }
  }

  private static EventRule rule(JsonNode entry, String action) {
    List<EventRule.Target> targets =
        entry.has("targets")
            ? each(entry.get("targets")).map(ActionsTest::target).toList()
            : List.of(new EventRule.Target("1", action, null, null, null, null));
    List<String> denied = each(entry.path("ruleDenied")).map(JsonNode::asText).toList();
    return new EventRule("iam-changes", null, null, "ENABLED", "{}", targets, null, denied);
  }

  private static EventRule.Target target(JsonNode target) {
    return new EventRule.Target(
        target.get("Id").asText(),
        target.get("Arn").asText(),
        target.path("RoleArn").textValue(),
        null,
        target.path("InputPath").textValue(),
        null);
  }

  private static Stream<JsonNode> each(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }

  private static JudgeOptions options(JsonNode entry, Snapshot snapshot) {
    Set<ActionKind> accepted =
        StreamSupport.stream(entry.path("acceptedActions").spliterator(), false)
            .map(name -> ActionKind.of(name.asText()).orElseThrow())
            .collect(Collectors.toSet());
    return new JudgeOptions(false, accepted, Set.of(), 1, Optional.empty(), snapshot.takenAt());
  }

  private static Snapshot snapshot(JsonNode standard, JsonNode entry) throws BadSnapshot {
    ObjectNode changed = standard.deepCopy();
    ObjectNode regions = (ObjectNode) changed.get("regions");
    ObjectNode region = (ObjectNode) regions.remove("eu-west-1");
    merge((ObjectNode) region.at("/Topics/0"), entry.path("topic"));
    merge((ObjectNode) region.at("/MetricAlarms/0"), entry.path("alarm"));
    if (entry.has("keys")) {
      region.set("Keys", entry.get("keys"));
    }
    regions.set(entry.path("regionOf").asText("eu-west-1"), region);
    return SnapshotJson.read(changed, "case");
  }

  /** JSON merge patch (RFC 7396), lists replaced whole. */
  private static void merge(ObjectNode target, JsonNode patch) {
    for (Map.Entry<String, JsonNode> field : patch.properties()) {
      if (field.getValue().isNull()) {
        target.remove(field.getKey());
      } else if (field.getValue().isObject()
          && target.get(field.getKey()) instanceof ObjectNode o) {
        merge(o, field.getValue());
      } else {
        target.set(field.getKey(), field.getValue());
      }
    }
  }
}
