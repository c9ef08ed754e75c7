package dev.tocsin.cli.account;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.catalog.Control;
import dev.tocsin.catalog.ControlCatalog;
import dev.tocsin.chain.model.BadSnapshot;
import dev.tocsin.chain.model.Snapshot;
import dev.tocsin.chain.model.SnapshotJson;
import dev.tocsin.cli.control.Controls;
import dev.tocsin.cli.io.InputProblem;
import dev.tocsin.cli.io.Json;
import dev.tocsin.cli.io.JsonLines;
import dev.tocsin.evaluation.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a line of {@code --snapshots} says. */
final class SnapshotLine {
  private final ObjectNode json;
  private final String place;

  /**
   * Reads no member yet.
   *
   * @throws InputProblem if the line is no object
   */
  SnapshotLine(JsonLines.Line line) {
    place = "line " + line.number();
    if (!(line.json() instanceof ObjectNode object)) {
      throw expected("a JSON object", line.json());
    }
    json = object;
  }

  /** The account: {@code snapshot}, or {@code text} that spells one. */
  Snapshot snapshot() {
    JsonNode snapshot = json.path("snapshot");
    JsonNode text = json.path("text");
    if (snapshot.isMissingNode() == text.isMissingNode()) {
      throw new InputProblem(
          place
              + ": expected `snapshot` or `text`, found "
              + (text.isMissingNode() ? "none of them" : "both"));
    }
    try {
      if (text.isTextual()) {
        return SnapshotJson.read(text.textValue(), place);
      }
      if (snapshot.isObject()) {
        return SnapshotJson.read(snapshot, place);
      }
    } catch (BadSnapshot problem) {
      throw new InputProblem(problem.getMessage());
    }
    throw text.isMissingNode()
        ? expected("an object in `snapshot`", snapshot)
        : expected("a text in `text`", text);
  }

  /** A rule's own parameters; without members where the line has none. */
  ObjectNode parameters() {
    JsonNode parameters = json.path("parameters");
    if (absent(parameters)) {
      return Json.object();
    }
    if (parameters instanceof ObjectNode object) {
      return object;
    }
    throw expected("an object in `parameters`", parameters);
  }

  /**
   * The controls that the line names, in its list or as a rule's own parameter; empty iff it names
   * none.
   */
  Optional<List<Control>> controls(ControlCatalog catalog, Optional<String> ofRule) {
    JsonNode controls = json.path("controls");
    if (absent(controls)) {
      return ofRule.map(id -> List.of(Controls.find(catalog, id)));
    }
    if (ofRule.isPresent()) {
      throw new InputProblem(
          place
              + ": expected `controls` or the parameter `"
              + Parameter.CONTROL.key()
              + "`, found both");
    }
    if (!controls.isArray() || controls.isEmpty()) {
      throw expected("a list of at least one control in `controls`", controls);
    }
    List<Control> named = new ArrayList<>();
    for (JsonNode id : controls) {
      if (!id.isTextual()) {
        throw expected("ids only in `controls`", id);
      }
      named.add(Controls.find(catalog, id.textValue()));
    }
    return Optional.of(named);
  }

  private static boolean absent(JsonNode member) {
    return member.isMissingNode() || member.isNull();
  }

  private InputProblem expected(String what, JsonNode found) {
    String text = found.toString();
    return new InputProblem(
        place
            + ": expected "
            + what
            + ", found `"
            + (text.length() <= 60 ? text : text.substring(0, 57) + "...")
            + "`");
  }
}
