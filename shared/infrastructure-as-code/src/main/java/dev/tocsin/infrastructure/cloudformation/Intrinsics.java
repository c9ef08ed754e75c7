package dev.tocsin.infrastructure.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.infrastructure.resource.Unknown;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The intrinsic functions (CloudFormation template reference). What is unknown makes everything
 * unknown that is made of it; a missing node is {@code AWS::NoValue} and takes away the property or
 * element it stands for.
 */
final class Intrinsics {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{(!?)([^}]*)}");

  private final Stack stack;
  private final Map<String, Function<JsonNode, JsonNode>> functions =
      Map.ofEntries(
          Map.entry("Ref", argument -> stack().ref(argument.asText())),
          Map.entry("Condition", argument -> stack().condition(argument.asText())),
          Map.entry("Fn::GetAtt", this::getAtt),
          Map.entry("Fn::Sub", this::sub),
          Map.entry("Fn::Join", this::join),
          Map.entry("Fn::Select", this::select),
          Map.entry("Fn::Split", this::split),
          Map.entry("Fn::If", this::branch),
          Map.entry("Fn::FindInMap", this::findInMap),
          Map.entry("Fn::ImportValue", this::importValue),
          Map.entry("Fn::Equals", this::equal),
          Map.entry("Fn::Not", argument -> not(value(argument.path(0)))),
          Map.entry("Fn::And", argument -> all(argument, true)),
          Map.entry("Fn::Or", argument -> all(argument, false)),
          Map.entry("Fn::ToJsonString", this::toJson),
          Map.entry("Fn::Length", this::length));

  Intrinsics(Stack stack) {
    this.stack = stack;
  }

  private Stack stack() {
    return stack;
  }

  /** The value of an expression. */
  JsonNode value(JsonNode expression) {
    if (expression.isObject()) {
      Optional<JsonNode> called = called((ObjectNode) expression);
      return called.orElseGet(() -> object((ObjectNode) expression));
    }
    if (expression.isArray()) {
      ArrayNode array = JSON.arrayNode();
      expression.forEach(element -> addUnlessMissing(array, value(element)));
      return array;
    }
    boolean resolvedLater = expression.isTextual() && expression.textValue().contains("{{resolve:");
    return resolvedLater
        ? Unknown.node("is resolved only when it is deployed: `" + expression.textValue() + "`")
        : expression;
  }

  private Optional<JsonNode> called(ObjectNode expression) {
    if (expression.size() != 1) {
      return Optional.empty();
    }
    String name = expression.fieldNames().next();
    JsonNode argument = expression.path(name);
    // `Condition` is also a member of policy statements, which hold objects.
    if (name.equals("Condition") && !argument.isValueNode()) {
      return Optional.empty();
    }
    if (functions.containsKey(name)) {
      return Optional.of(functions.get(name).apply(argument));
    }
    return name.startsWith("Fn::")
        ? Optional.of(Unknown.node("uses `" + name + "`, which only AWS evaluates"))
        : Optional.empty();
  }

  private JsonNode object(ObjectNode expression) {
    for (Iterator<String> names = expression.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (name.startsWith("Fn::")) {
        // Beside other members: a macro or loop that changes the object around it.
        return Unknown.node("uses `" + name + "`, which only AWS evaluates");
      }
    }
    ObjectNode object = JSON.objectNode();
    expression
        .properties()
        .forEach(
            member -> {
              JsonNode value = value(member.getValue());
              if (!value.isMissingNode()) {
                object.set(member.getKey(), value);
              }
            });
    return object;
  }

  private static void addUnlessMissing(ArrayNode array, JsonNode value) {
    if (!value.isMissingNode()) {
      array.add(value);
    }
  }

  private JsonNode getAtt(JsonNode argument) {
    JsonNode parts = argument.isTextual() ? YamlTree.getAtt(argument.textValue()) : argument;
    JsonNode attribute = value(parts.path(1));
    return attribute.isTextual()
        ? stack.attribute(parts.path(0).asText(), attribute.textValue())
        : Unknown.node("names an attribute that is known only after deployment");
  }

  private JsonNode sub(JsonNode argument) {
    String text = argument.isArray() ? argument.path(0).asText() : argument.asText();
    JsonNode own = argument.path(1);
    StringBuilder result = new StringBuilder();
    Matcher variable = VARIABLE.matcher(text);
    int copied = 0;
    while (variable.find()) {
      result.append(text, copied, variable.start());
      copied = variable.end();
      String name = variable.group(2).strip();
      if (!variable.group(1).isEmpty()) {
        result.append("${").append(variable.group(2)).append('}');
        continue;
      }
      JsonNode value = own.has(name) ? value(own.get(name)) : named(name);
      if (!value.isValueNode() || Unknown.is(value)) {
        return Unknown.in(value).isPresent() ? value : Unknown.node("puts a list into a text");
      }
      result.append(value.asText());
    }
    return value(JSON.textNode(result.append(text.substring(copied)).toString()));
  }

  private JsonNode named(String name) {
    int dot = name.indexOf('.');
    return dot < 0
        ? stack.ref(name)
        : stack.attribute(name.substring(0, dot), name.substring(dot + 1));
  }

  private JsonNode join(JsonNode argument) {
    JsonNode list = value(argument.path(1));
    Optional<Unknown> unknown = Unknown.in(list);
    if (unknown.isPresent()) {
      return Unknown.node(unknown.get().why());
    }
    List<String> texts = new ArrayList<>();
    list.forEach(element -> texts.add(element.asText()));
    return JSON.textNode(String.join(argument.path(0).asText(), texts));
  }

  private JsonNode select(JsonNode argument) {
    JsonNode index = value(argument.path(0));
    JsonNode list = value(argument.path(1));
    if (Unknown.is(index) || Unknown.is(list)) {
      return Unknown.is(index) ? index : list;
    }
    JsonNode selected = list.path(index.asInt(-1));
    return selected.isMissingNode()
        ? Unknown.node("selects element " + index.asText() + " of " + list.size())
        : selected;
  }

  private JsonNode split(JsonNode argument) {
    JsonNode text = value(argument.path(1));
    if (Unknown.is(text)) {
      return text;
    }
    ArrayNode parts = JSON.arrayNode();
    for (String part : text.asText().split(Pattern.quote(argument.path(0).asText()), -1)) {
      parts.add(part);
    }
    return parts;
  }

  private JsonNode branch(JsonNode argument) {
    JsonNode condition = stack.condition(argument.path(0).asText());
    if (condition.isBoolean()) {
      return value(argument.path(condition.booleanValue() ? 1 : 2));
    }
    JsonNode yes = value(argument.path(1));
    return yes.equals(value(argument.path(2))) ? yes : condition;
  }

  private JsonNode findInMap(JsonNode argument) {
    List<String> keys = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      JsonNode key = value(argument.path(i));
      if (Unknown.is(key)) {
        return key;
      }
      keys.add(key.asText());
    }
    JsonNode found = stack.mapping(keys.get(0), keys.get(1), keys.get(2));
    if (!found.isMissingNode()) {
      return value(found);
    }
    JsonNode otherwise = argument.path(3).path("DefaultValue");
    return otherwise.isMissingNode()
        ? Unknown.node("looks up `" + String.join(".", keys) + "`, which no mapping has")
        : value(otherwise);
  }

  private JsonNode importValue(JsonNode argument) {
    JsonNode name = value(argument);
    return Unknown.is(name) ? name : stack.stacks().imported(name.asText());
  }

  private JsonNode equal(JsonNode argument) {
    JsonNode left = value(argument.path(0));
    JsonNode right = value(argument.path(1));
    Optional<Unknown> unknown = Unknown.in(left).or(() -> Unknown.in(right));
    if (unknown.isPresent()) {
      return Unknown.node(unknown.get().why());
    }
    return JSON.booleanNode(
        left.isValueNode() ? left.asText().equals(right.asText()) : left.equals(right));
  }

  private static JsonNode not(JsonNode condition) {
    return condition.isBoolean() ? JSON.booleanNode(!condition.booleanValue()) : condition;
  }

  /** And, or or: one operand can decide though another is unknown. */
  private JsonNode all(JsonNode operands, boolean neutral) {
    JsonNode unknown = JSON.missingNode();
    for (JsonNode operand : operands) {
      JsonNode holds = value(operand);
      if (holds.isBoolean() && holds.booleanValue() != neutral) {
        return JSON.booleanNode(!neutral);
      }
      if (!holds.isBoolean()) {
        unknown = holds;
      }
    }
    return unknown.isMissingNode() ? JSON.booleanNode(neutral) : unknown;
  }

  private JsonNode toJson(JsonNode argument) {
    JsonNode value = value(argument);
    return Unknown.in(value)
        .map(unknown -> Unknown.node(unknown.why()))
        .orElseGet(() -> JSON.textNode(value.toString()));
  }

  private JsonNode length(JsonNode argument) {
    JsonNode list = value(argument);
    return Unknown.is(list) ? list : JSON.numberNode(list.size());
  }
}
