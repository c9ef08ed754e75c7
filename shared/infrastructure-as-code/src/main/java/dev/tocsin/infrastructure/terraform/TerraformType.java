package dev.tocsin.infrastructure.terraform;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How a resource type of Terraform's AWS provider reads under CloudFormation's names, as {@code
 * types.json} says.
 *
 * @param type CloudFormation's name of the type
 * @param id what Terraform's {@code id} is: {@code arn} or {@code name}; null iff something else
 * @param members the attributes that a verdict can rest on
 */
record TerraformType(String type, String id, Map<String, Member> members) {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final Map<String, TerraformType> ALL = all();

  /**
   * What becomes of an attribute.
   *
   * @param as the property; dots lead into objects, an empty text means the object itself
   * @param one whether it is a block of which there is one at most
   * @param list whether one value stands for a list of it
   * @param pairs whether it is a map that becomes a list of {@code Name} and {@code Value}
   * @param absent the value that means that it is not given, null iff none does
   * @param values other words for some values
   * @param members those of a block
   */
  record Member(
      String as,
      boolean one,
      boolean list,
      boolean pairs,
      String absent,
      Map<String, String> values,
      Map<String, Member> members) {}

  /** The type of that name; empty iff no verdict can rest on it. */
  static Optional<TerraformType> of(String name) {
    return Optional.ofNullable(ALL.get(name));
  }

  /** Every type there is, by Terraform's name. */
  static Map<String, TerraformType> known() {
    return ALL;
  }

  /** The properties that a resource's values make. */
  ObjectNode properties(JsonNode values) {
    ObjectNode properties = JSON.objectNode();
    put(properties, members, values);
    return properties;
  }

  private static void put(ObjectNode into, Map<String, Member> members, JsonNode values) {
    members.forEach(
        (attribute, member) -> {
          JsonNode value = values.path(attribute);
          boolean isGiven =
              !value.isMissingNode()
                  && !value.isNull()
                  && !(value.isTextual() && value.textValue().isEmpty())
                  && !(member.absent() != null && value.asText().equals(member.absent()));
          if (isGiven) {
            put(into, member, value);
          }
        });
  }

  private static void put(ObjectNode into, Member member, JsonNode value) {
    if (member.members() != null && value.isArray()) {
      block(into, member, value);
      return;
    }
    JsonNode said = value;
    if (member.values() != null && member.values().containsKey(value.asText())) {
      said = JSON.textNode(member.values().get(value.asText()));
    }
    if (member.pairs() && value.isObject()) {
      ArrayNode pairs = JSON.arrayNode();
      value
          .properties()
          .forEach(
              pair -> {
                ObjectNode one = pairs.addObject();
                one.put("Name", pair.getKey());
                one.set("Value", pair.getValue());
              });
      said = pairs;
    }
    if (member.list() && value.isValueNode() && !value.isPojo()) {
      said = JSON.arrayNode().add(value);
    }
    set(into, member.as(), said);
  }

  private static void block(ObjectNode into, Member member, JsonNode blocks) {
    if (member.as().isEmpty()) {
      blocks.forEach(block -> put(into, member.members(), block));
      return;
    }
    ArrayNode list = JSON.arrayNode();
    for (JsonNode block : blocks) {
      if (block.isObject()) {
        put(list.addObject(), member.members(), block);
      } else {
        list.add(block);
      }
    }
    if (!member.one()) {
      set(into, member.as(), list);
    } else if (!list.isEmpty()) {
      set(into, member.as(), list.get(0));
    }
  }

  private static void set(ObjectNode into, String path, JsonNode value) {
    int dot = path.indexOf('.');
    if (dot < 0) {
      into.set(path, value);
    } else {
      set(into.withObject("/" + path.substring(0, dot)), path.substring(dot + 1), value);
    }
  }

  private static Map<String, TerraformType> all() {
    try (InputStream json = TerraformType.class.getResourceAsStream("types.json")) {
      JsonNode types = JsonMapper.builder().build().readTree(json);
      Map<String, TerraformType> all = new LinkedHashMap<>();
      types
          .properties()
          .forEach(
              type ->
                  all.put(
                      type.getKey(),
                      new TerraformType(
                          type.getValue().path("type").asText(),
                          type.getValue().path("id").asText(null),
                          members(type.getValue().path("members")))));
      return Map.copyOf(all);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Map<String, Member> members(JsonNode json) {
    Map<String, Member> members = new LinkedHashMap<>();
    json.properties()
        .forEach(
            member -> {
              JsonNode said = member.getValue();
              members.put(
                  member.getKey(),
                  said.isTextual()
                      ? new Member(said.textValue(), false, false, false, null, null, null)
                      : new Member(
                          said.path("as").asText(),
                          said.path("one").asBoolean(),
                          said.path("list").asBoolean(),
                          said.path("pairs").asBoolean(),
                          said.path("absent").asText(null),
                          said.has("values") ? words(said.get("values")) : null,
                          said.has("members") ? members(said.get("members")) : null));
            });
    return members;
  }

  private static Map<String, String> words(JsonNode json) {
    return JsonMapper.builder().build().convertValue(json, new TypeReference<>() {});
  }
}
