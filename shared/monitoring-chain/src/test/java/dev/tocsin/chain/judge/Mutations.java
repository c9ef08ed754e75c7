package dev.tocsin.chain.judge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Random changes to an account, each of which might keep a person from being told. */
final class Mutations {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final JsonNode VOCABULARY = CaseFiles.read("mutations.json");

  /** Texts that see all that is required, or nothing: what lies between is the engine's. */
  private static final Set<String> ONLY_SAID =
      Set.of("filterPattern", "queryString", "QueryString", "EventPattern");

  private final Random random;
  private final ObjectNode account;
  private final List<String> done = new ArrayList<>();

  Mutations(ObjectNode account, long seed) {
    this.account = account;
    this.random = new Random(seed);
  }

  /** Changes the account in one to three places, and says what was done. */
  List<String> apply() {
    int times = 1 + random.nextInt(3);
    for (int i = 0; i < times; i++) {
      List<JsonNode> containers = new ArrayList<>();
      containers(account, containers);
      JsonNode place = containers.get(random.nextInt(containers.size()));
      if (place instanceof ObjectNode object) {
        change(object);
      } else {
        change((ArrayNode) place);
      }
    }
    return done;
  }

  private static void containers(JsonNode node, List<JsonNode> found) {
    if (node.isContainerNode() && !node.isEmpty()) {
      found.add(node);
    }
    // Which Regions there are is for the account to say, and no link of a chain.
    node.properties().stream()
        .filter(entry -> !entry.getKey().equals("enabledRegions"))
        .forEach(entry -> containers(entry.getValue(), found));
    if (node.isArray()) {
      node.forEach(child -> containers(child, found));
    }
  }

  private void change(ArrayNode list) {
    int at = random.nextInt(list.size());
    switch (random.nextInt(3)) {
      case 0 -> note("left out", list.remove(at));
      case 1 -> {
        JsonNode copy = list.get(at).deepCopy();
        if (copy instanceof ObjectNode object && !object.isEmpty()) {
          change(object);
        }
        list.insert(random.nextInt(list.size() + 1), copy);
        note("doubled", copy);
      }
      default -> list.set(at, other(list.get(at)));
    }
  }

  private void change(ObjectNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    String name = names.get(random.nextInt(names.size()));
    switch (random.nextInt(6)) {
      case 0 -> note("dropped " + name, object.remove(name));
      case 1 -> add(object);
      case 2 -> {
        object.set(name + "s", object.remove(name));
        note("renamed " + name, object);
      }
      default -> {
        JsonNode value = object.get(name);
        if (value.isContainerNode()) {
          note("dropped " + name, object.remove(name));
        } else {
          object.set(
              name,
              ONLY_SAID.contains(name) || (VOCABULARY.has(name) && random.nextBoolean())
                  ? said(name)
                  : other(value));
          note("changed " + name, object.get(name));
        }
      }
    }
  }

  /** Says something that may be said of a thing of that kind. */
  private void add(ObjectNode object) {
    for (JsonNode kind : VOCABULARY.path("kinds")) {
      if (object.has(kind.path("has").asText())) {
        List<String> names = new ArrayList<>();
        kind.path("says").forEach(name -> names.add(name.asText()));
        String name = names.get(random.nextInt(names.size()));
        object.set(name, said(name));
        note("said " + name, object.get(name));
        return;
      }
    }
  }

  private JsonNode said(String name) {
    JsonNode values = VOCABULARY.path(name);
    return values.get(random.nextInt(values.size())).deepCopy();
  }

  private JsonNode other(JsonNode value) {
    if (value.isBoolean()) {
      return NODES.booleanNode(!value.booleanValue());
    }
    if (value.isNumber()) {
      JsonNode numbers = VOCABULARY.path("numbers");
      return numbers.get(random.nextInt(numbers.size()));
    }
    return value.isTextual() ? text(value.textValue()) : value;
  }

  private JsonNode text(String text) {
    if (text.startsWith("{\"")) {
      return policy(text);
    }
    String[] parts = text.split(":", -1);
    int way = random.nextInt(4);
    if (parts.length > 5 && way > 1) {
      JsonNode pieces = VOCABULARY.path("arn");
      int at = 1 + random.nextInt(parts.length - 1);
      parts[at] = pieces.get(random.nextInt(pieces.size())).asText();
      return new TextNode(String.join(":", parts));
    }
    List<JsonNode> texts = new ArrayList<>();
    texts(account, texts);
    return switch (way) {
      case 0 -> new TextNode("SOMETHING_NEW");
      case 1 -> new TextNode(text + "x");
      case 2 -> new TextNode("");
      default -> texts.get(random.nextInt(texts.size()));
    };
  }

  private JsonNode policy(String text) {
    try {
      JsonNode policy = MAPPER.readTree(text);
      List<JsonNode> containers = new ArrayList<>();
      containers(policy, containers);
      JsonNode place = containers.get(random.nextInt(containers.size()));
      if (place instanceof ObjectNode object) {
        change(object);
      } else {
        change((ArrayNode) place);
      }
      return new TextNode(policy.toString());
    } catch (JsonProcessingException none) {
      return new TextNode("");
    }
  }

  private static void texts(JsonNode node, List<JsonNode> found) {
    if (node.isTextual()) {
      found.add(node);
    }
    node.forEach(child -> texts(child, found));
  }

  private void note(String what, JsonNode value) {
    String text = String.valueOf(value);
    done.add(what + ": " + text.substring(0, Math.min(200, text.length())));
  }
}
