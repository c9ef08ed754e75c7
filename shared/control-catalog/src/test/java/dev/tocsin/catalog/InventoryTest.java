package dev.tocsin.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every operation that changes something, of every service that a control speaks of, is required by
 * a control or silent for a reason.
 */
class InventoryTest {

  private static final Path MODULE = RuleFolder.rules().resolveSibling("shared/control-catalog");
  private static final Path TOOL = MODULE.resolve("tools/inventory.py");
  private static final String NOBODYS_NAME = "ANameNobodyUses";

  /** One service's file. */
  record Inventory(String file, JsonNode json) {

    String source() {
      return json.path("eventSource").asText();
    }

    Set<String> required() {
      Set<String> names = new TreeSet<>();
      json.path("required").fieldNames().forEachRemaining(names::add);
      return names;
    }

    List<String> silent() {
      List<String> names = new ArrayList<>();
      json.path("silent").forEach(group -> names.addAll(texts(group.path("operations"))));
      return names;
    }

    @Override
    public String toString() {
      return file;
    }
  }

  static Stream<Inventory> inventories() throws IOException {
    try (Stream<Path> files = Files.list(MODULE.resolve("inventory"))) {
      return files.sorted().map(InventoryTest::read).toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("inventories")
  void everyOperationIsJudgedOnceAndForAReason(Inventory inventory) {
    assertThat(texts(inventory.json().path("unjudged")))
        .as("operations of %s that nobody has judged: say which control requires each", inventory)
        .isEmpty();
    List<String> all = new ArrayList<>(inventory.required());
    all.addAll(inventory.silent());
    assertThat(all).as("names in %s", inventory).doesNotHaveDuplicates();
    Set<String> reasons = new HashSet<>();
    for (JsonNode group : inventory.json().path("silent")) {
      String because = group.path("because").asText();
      assertThat(because).as("a reason in %s", inventory).isNotBlank().doesNotEndWith(".");
      assertThat(reasons.add(because)).as("`%s` stands once in %s", because, inventory).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("inventories")
  void whatIsRequiredIsRequiredByThoseControls(Inventory inventory) {
    for (String name : inventory.required()) {
      assertThat(controlsThatAskFor(inventory.source(), name))
          .as("controls that require `%s` of %s", name, inventory)
          .containsExactlyElementsOf(texts(inventory.json().path("required").path(name)));
    }
  }

  @ParameterizedTest
  @MethodSource("inventories")
  void whatIsSilentIsRequiredByNoControl(Inventory inventory) {
    for (String name : inventory.silent()) {
      assertThat(controlsThatAskFor(inventory.source(), name))
          .as("controls that require `%s`, which %s calls silent", name, inventory)
          .isEmpty();
    }
  }

  @Test
  void everyEventOfEveryControlIsInAnInventory() throws IOException {
    Set<String> known = new TreeSet<>();
    inventories()
        .forEach(
            inventory ->
                inventory.required().forEach(name -> known.add(inventory.source() + " " + name)));
    RuleFolder.all()
        .filter(folder -> folder.control().isSeenByTrails())
        .forEach(
            folder -> {
              for (Example example : folder.raisesAlarm()) {
                String source = example.event().path("eventSource").asText();
                String name = example.event().path("eventName").asText();
                if (asksFor(folder, source, name)) {
                  assertThat(known)
                      .as("`%s` of `%s`, which %s requires", name, source, folder)
                      .contains(source + " " + name);
                }
              }
            });
  }

  @Test
  void nothingIsNewInTheModelsThatTheInventoryWasMadeFrom() throws Exception {
    String version = inventories().findFirst().orElseThrow().json().path("botocore").asText();
    String printed = run("python3", "-c", "import botocore; print(botocore.__version__)").strip();
    assumeTrue(
        printed.equals(version),
        "the inventory is of botocore %s, here is `%s`. Fix: run `python3 %s --write`"
            .formatted(version, printed, TOOL));
    assertThat(run("python3", TOOL.toString()).strip()).isEqualTo("botocore " + version);
  }

  private static List<String> controlsThatAskFor(String source, String name) {
    return RuleFolder.all()
        .filter(folder -> folder.control().isSeenByTrails())
        .filter(folder -> asksFor(folder, source, name))
        .map(folder -> folder.control().id())
        .toList();
  }

  /** True iff one of its records, made by another call, still raises the alarm, for that name. */
  static boolean asksFor(RuleFolder folder, String source, String name) {
    return anyMatches(folder, source, name) && !anyMatches(folder, source, NOBODYS_NAME);
  }

  private static boolean anyMatches(RuleFolder folder, String source, String name) {
    return folder.raisesAlarm().stream()
        .map(Example::event)
        .map(event -> event.objectNode().<ObjectNode>setAll(event))
        .map(event -> event.put("eventSource", source).put("eventName", name))
        .anyMatch(folder.control().required()::matches);
  }

  private static Inventory read(Path file) {
    try {
      return new Inventory(file.getFileName().toString(), new JsonMapper().readTree(file.toFile()));
    } catch (IOException e) {
      throw new UncheckedIOException(file.toString(), e);
    }
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(text -> texts.add(text.asText()));
    return texts;
  }

  private static String run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return output;
  }
}
