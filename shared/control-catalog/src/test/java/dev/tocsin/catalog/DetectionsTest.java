package dev.tocsin.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What public collections detect is required by the control that the table names. */
class DetectionsTest {

  private static final Path FILE =
      RuleFolder.rules().resolveSibling("shared/control-catalog/detections.jsonl");

  private static List<JsonNode> detections() throws IOException {
    List<JsonNode> lines = new ArrayList<>();
    new JsonMapper()
        .readerFor(JsonNode.class)
        .<JsonNode>readValues(FILE.toFile())
        .forEachRemaining(lines::add);
    return lines;
  }

  @Test
  void eachIsAnsweredOnceByControlsOrByAReason() throws IOException {
    Set<String> seen = new HashSet<>();
    for (JsonNode line : detections()) {
      assertThat(seen.add(line.get("collection") + " " + line.get("detection")))
          .as("%s stands once", line)
          .isTrue();
      assertThat(line.has("controls"))
          .as("%s names controls, or the reason why there is none", line)
          .isNotEqualTo(line.has("gap"));
      assertThat(line.path("gap").asText("a reason")).isNotBlank().doesNotEndWith(".");
    }
    assertThat(seen).hasSizeGreaterThan(500);
  }

  /** A gap that a control has closed since would tell readers that nobody is told. */
  @Test
  void whatIsCalledAGapIsRequiredByNoControl() throws IOException {
    for (JsonNode line : detections()) {
      for (JsonNode event : line.has("gap") ? line.get("events") : List.<JsonNode>of()) {
        String[] sourceAndName = event.asText().split(" ", 2);
        assertThat(
                RuleFolder.all()
                    .filter(folder -> folder.control().isSeenByTrails())
                    .filter(
                        folder ->
                            InventoryTest.asksFor(folder, sourceAndName[0], sourceAndName[1])))
            .as("controls that require `%s`, a gap of %s", event.asText(), line.get("detection"))
            .isEmpty();
      }
    }
  }

  @Test
  void theEventsAreRequiredByTheControlsNamed() throws IOException {
    for (JsonNode line : detections()) {
      List<RuleFolder> controls =
          StreamSupport.stream(line.path("controls").spliterator(), false)
              .map(id -> RuleFolder.of(id.asText()))
              .toList();
      for (JsonNode event : line.has("gap") ? List.<JsonNode>of() : line.get("events")) {
        String[] sourceAndName = event.asText().split(" ", 2);
        assertThat(controls)
            .as("controls that require `%s`, for %s", event.asText(), line.get("detection"))
            .anyMatch(folder -> InventoryTest.asksFor(folder, sourceAndName[0], sourceAndName[1]));
      }
    }
  }
}
