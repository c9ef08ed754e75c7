package dev.tocsin.cli.history;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.cli.io.InputFiles;
import dev.tocsin.cli.io.InputProblem;
import dev.tocsin.cli.io.Json;
import dev.tocsin.evaluation.VerdictJson;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The verdicts of one run.
 *
 * @param evaluatedAt the moment they are about, as written
 * @param controls each verdict by its control's id, in the order of the file
 */
record VerdictFile(String account, String evaluatedAt, Map<String, JsonNode> controls) {

  /**
   * Reads what {@code tocsin evaluate --format json} wrote.
   *
   * @throws InputProblem if it is something else
   */
  static VerdictFile read(Path file) {
    return parse(InputFiles.text(file), "file `" + file + "`");
  }

  /**
   * The same of a text.
   *
   * @param name what it is, for messages
   */
  static VerdictFile parse(String text, String name) {
    JsonNode json = Json.read(text, name);
    if (!json.path("schema").asText().equals(VerdictJson.SCHEMA)
        || !json.path("controls").isArray()) {
      throw new InputProblem(
          "%s: expected `\"schema\": \"%s\"` with `controls`, found none. Fix: write it by `tocsin evaluate --format json`"
              .formatted(name, VerdictJson.SCHEMA));
    }
    Map<String, JsonNode> controls = new LinkedHashMap<>();
    json.path("controls")
        .forEach(verdict -> controls.put(verdict.path("control").asText(), verdict));
    return new VerdictFile(
        json.path("account").asText(), json.path("evaluatedAt").asText(), controls);
  }
}
