package dev.tocsin.rendering;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tocsin.catalog.ControlCatalog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The page that sets the detections of public collections against the controls. */
final class Detections {

  /** One collection's rows. */
  record Collection(String name, List<Row> rows) {}

  /** A detection, the events it looks for, and who requires them or why nobody does. */
  record Row(String detection, String events, String answer) {}

  private Detections() {}

  static RenderedFile of(Path root, ControlCatalog catalog) {
    Map<String, List<Row>> rows = new LinkedHashMap<>();
    int covered = 0;
    for (JsonNode line : read(root.resolve("shared/control-catalog/detections.jsonl"))) {
      covered += line.has("controls") ? 1 : 0;
      rows.computeIfAbsent(line.get("collection").asText(), any -> new ArrayList<>())
          .add(row(line, catalog));
    }
    int all = rows.values().stream().mapToInt(List::size).sum();
    return new RenderedFile(
        Path.of("shared", "docs", "public-detections.md"),
        Templates.fill(
            "docs/public-detections.md",
            Map.of(
                "all", all,
                "covered", covered,
                "collections",
                    rows.entrySet().stream()
                        .map(entry -> new Collection(entry.getKey(), entry.getValue()))
                        .toList())));
  }

  private static Row row(JsonNode line, ControlCatalog catalog) {
    String answer =
        line.has("gap")
            ? "none: " + line.get("gap").asText()
            : joined(line.get("controls"), id -> link(id, catalog));
    return new Row(
        line.get("detection").asText(),
        joined(line.get("events"), event -> "`" + event.substring(event.indexOf(' ') + 1) + "`"),
        answer);
  }

  private static String joined(JsonNode texts, UnaryOperator<String> form) {
    return StreamSupport.stream(texts.spliterator(), false)
        .map(JsonNode::asText)
        .map(form)
        .collect(Collectors.joining(", "));
  }

  private static String link(String id, ControlCatalog catalog) {
    if (catalog.find(id).isEmpty()) {
      throw new RenderingProblem(
          "`detections.jsonl`: expected ids of controls, found `%s`. Fix: respell it"
              .formatted(id));
    }
    return "[%s](controls/%s.md)".formatted(id, id);
  }

  private static List<JsonNode> read(Path file) {
    List<JsonNode> lines = new ArrayList<>();
    try {
      new JsonMapper()
          .readerFor(JsonNode.class)
          .<JsonNode>readValues(file.toFile())
          .forEachRemaining(lines::add);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read `" + file + "`", e);
    }
    return lines;
  }
}
