package dev.tocsin.remediation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.tocsin.chain.remedy.Expectation;
import dev.tocsin.chain.remedy.PlannedCall;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The calls of {@code calls.json}, with their {@code {holes}} filled in. */
final class CallTemplates {

  private static final Pattern HOLE = Pattern.compile("\\{(\\w+)\\}");
  private static final JsonNode CALLS = read();

  private CallTemplates() {}

  /**
   * The call with its holes filled; a hole that is a whole text takes the value as it is.
   *
   * @throws IllegalArgumentException if a hole has no value
   */
  static PlannedCall call(
      String operation,
      String region,
      String why,
      Map<String, ?> values,
      List<Expectation> done,
      List<Expectation> only) {
    JsonNode call = CALLS.required(operation);
    List<String> waitsOut = new ArrayList<>();
    call.path("waitsOut").forEach(code -> waitsOut.add(code.textValue()));
    return new PlannedCall(
        region,
        call.required("service").textValue(),
        operation,
        (ObjectNode) fill(call.required("parameters"), values),
        Optional.empty(),
        why,
        call.required("keeps").textValue(),
        List.of(),
        done,
        only,
        waitsOut);
  }

  private static JsonNode fill(JsonNode template, Map<String, ?> values) {
    if (template instanceof ObjectNode object) {
      ObjectNode filled = JsonNodeFactory.instance.objectNode();
      object
          .properties()
          .forEach(entry -> filled.set(entry.getKey(), fill(entry.getValue(), values)));
      return filled;
    }
    if (template instanceof ArrayNode array) {
      ArrayNode filled = JsonNodeFactory.instance.arrayNode();
      array.forEach(element -> filled.add(fill(element, values)));
      return filled;
    }
    return template.isTextual() ? fillText(template.textValue(), values) : template;
  }

  private static JsonNode fillText(String text, Map<String, ?> values) {
    Matcher hole = HOLE.matcher(text);
    if (hole.matches() && value(hole, values) instanceof JsonNode node) {
      return node;
    }
    return TextNode.valueOf(
        HOLE.matcher(text)
            .replaceAll(found -> Matcher.quoteReplacement(value(found, values).toString())));
  }

  private static Object value(MatchResult hole, Map<String, ?> values) {
    Object value = values.get(hole.group(1));
    if (value == null) {
      throw new IllegalArgumentException("no value for `" + hole.group() + "`");
    }
    return value;
  }

  private static JsonNode read() {
    try (InputStream json = CallTemplates.class.getResourceAsStream("/remediation/calls.json")) {
      return new ObjectMapper().readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
