package dev.tocsin.rendering;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;

/** The writes that remediation makes, as {@code cloudformation/remediation/calls.json} has them. */
final class Calls {

  private static final JsonMapper JSON = new JsonMapper();

  private final JsonNode calls;

  private Calls(JsonNode calls) {
    this.calls = calls;
  }

  static Calls read(Path root) {
    Path file = root.resolve("cloudformation/remediation/calls.json");
    try {
      return new Calls(JSON.readTree(file.toFile()));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read `" + file + "`", e);
    }
  }

  /**
   * The parameters of one of them.
   *
   * @param values what stands in place of each {@code {name}}
   */
  ObjectNode parameters(String call, Map<String, String> values) {
    return (ObjectNode) filled(calls.path(call).required("parameters"), values);
  }

  private static JsonNode filled(JsonNode node, Map<String, String> values) {
    if (node.isTextual()) {
      String text = node.textValue();
      for (Map.Entry<String, String> value : values.entrySet()) {
        text = text.replace("{" + value.getKey() + "}", value.getValue());
      }
      return TextNode.valueOf(text);
    }
    if (node.isObject()) {
      ObjectNode filled = JSON.createObjectNode();
      node.properties().forEach(e -> filled.set(e.getKey(), filled(e.getValue(), values)));
      return filled;
    }
    if (node.isArray()) {
      var filled = JSON.createArrayNode();
      node.forEach(element -> filled.add(filled(element, values)));
      return filled;
    }
    return node;
  }
}
