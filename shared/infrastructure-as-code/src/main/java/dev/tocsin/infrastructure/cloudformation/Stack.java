package dev.tocsin.infrastructure.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.chain.model.Partition;
import dev.tocsin.infrastructure.resource.Doubt;
import dev.tocsin.infrastructure.resource.Resource;
import dev.tocsin.infrastructure.resource.Types;
import dev.tocsin.infrastructure.resource.Unknown;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** A template with its parameters: what its names stand for. */
final class Stack {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String LATER = "is known only after deployment";
  private static final String OUTPUTS = "Outputs.";

  private final Template template;
  private final Map<String, String> parameters;
  private final Stacks stacks;
  private final Intrinsics intrinsics = new Intrinsics(this);
  private final Map<String, String> names = new HashMap<>();
  private final Set<String> open = new HashSet<>();
  private Nest nest;

  /** The resource of another stack that makes this one. */
  private record Nest(Stack parent, String id) {}

  Stack(Template template, Map<String, String> parameters, Stacks stacks) {
    this.template = template;
    this.parameters = Map.copyOf(parameters);
    this.stacks = stacks;
  }

  Template template() {
    return template;
  }

  Stacks stacks() {
    return stacks;
  }

  /** Makes this a stack that a resource of another one makes; a stack is nested once. */
  void nestIn(Stack parent, String id) {
    nest = new Nest(parent, id);
  }

  boolean isNested() {
    return nest != null;
  }

  /** The templates of the stacks that this one makes, by logical id; empty where none is told. */
  Map<String, String> nestedTemplates() {
    Map<String, String> templates = new LinkedHashMap<>();
    for (Iterator<String> ids = template.section("Resources").fieldNames(); ids.hasNext(); ) {
      String id = ids.next();
      if (declared(id).path("Type").asText().equals(Types.STACK)) {
        JsonNode url = intrinsics.value(declared(id).path("Properties").path("TemplateURL"));
        templates.put(id, url.isTextual() ? url.textValue() : "");
      }
    }
    return templates;
  }

  /** What the stack would make, in the order of the template. */
  List<Resource> resources() {
    List<Resource> resources = new ArrayList<>();
    JsonNode own = nest == null ? JSON.booleanNode(true) : nest.parent().isMade(nest.id());
    if (own.isBoolean() && !own.booleanValue()) {
      return resources;
    }
    for (Iterator<String> ids = template.section("Resources").fieldNames(); ids.hasNext(); ) {
      String id = ids.next();
      JsonNode made = isMade(id);
      if (!made.isBoolean() || made.booleanValue()) {
        resources.add(
            resource(
                id,
                Unknown.in(made)
                    .or(() -> Unknown.in(own))
                    .map(unknown -> new Doubt("Condition", unknown.why()))));
      }
    }
    return resources;
  }

  private JsonNode isMade(String id) {
    JsonNode condition = declared(id).path("Condition");
    return condition.isTextual() ? condition(condition.textValue()) : JSON.booleanNode(true);
  }

  private Resource resource(String id, Optional<Doubt> doubt) {
    String type = declared(id).path("Type").asText();
    JsonNode evaluated = intrinsics.value(declared(id).path("Properties"));
    ObjectNode properties = evaluated instanceof ObjectNode object ? object : JSON.objectNode();
    String nameProperty = Types.nameProperty(type);
    if (!nameProperty.isEmpty()) {
      properties.put(nameProperty, name(id));
    }
    // What a macro makes of all properties together may be anything.
    Optional<Doubt> whole =
        Unknown.is(evaluated)
            ? Unknown.in(evaluated).map(unknown -> new Doubt("Properties", unknown.why()))
            : Optional.empty();
    return new Resource(
        type, template.place(id), stacks.region(), properties, doubt.or(() -> whole));
  }

  private JsonNode declared(String id) {
    return template.section("Resources").path(id);
  }

  /** The name of a resource: the one it is given, or one that nothing else has. */
  private String name(String id) {
    String known = names.get(id);
    if (known != null) {
      return known;
    }
    String made = template.stackName() + "-" + id;
    if (!open.add(id)) {
      return made;
    }
    String type = declared(id).path("Type").asText();
    JsonNode given =
        intrinsics.value(declared(id).path("Properties").path(Types.nameProperty(type)));
    open.remove(id);
    String name = given.isValueNode() && !given.isPojo() && !given.isNull() ? given.asText() : made;
    names.put(id, name);
    return name;
  }

  /** What {@code Ref} gives. */
  JsonNode ref(String name) {
    return pseudo(name).or(() -> parameter(name)).orElseGet(() -> refToResource(name));
  }

  /** Whether the condition of a resource fails; AWS refuses a template that still names it. */
  private boolean isLeftOut(String id) {
    JsonNode made = isMade(id);
    return made.isBoolean() && !made.booleanValue();
  }

  private JsonNode leftOut(String id) {
    return Unknown.node(
        "names `%s`, whose condition `%s` does not hold"
            .formatted(id, declared(id).path("Condition").asText()));
  }

  private JsonNode refToResource(String id) {
    if (declared(id).isMissingNode()) {
      return Unknown.node("names `" + id + "`, which the template does not have");
    }
    if (isLeftOut(id)) {
      return leftOut(id);
    }
    String type = declared(id).path("Type").asText();
    return switch (type) {
      case Types.TOPIC, Types.MANAGED_POLICY -> arn(id, type);
      case Types.QUEUE -> Unknown.node(LATER);
      default -> Types.nameProperty(type).isEmpty() ? Unknown.node(LATER) : JSON.textNode(name(id));
    };
  }

  /** What {@code Fn::GetAtt} gives. */
  JsonNode attribute(String id, String attribute) {
    if (isLeftOut(id)) {
      return leftOut(id);
    }
    String type = declared(id).path("Type").asText();
    if (type.equals(Types.STACK) && attribute.startsWith(OUTPUTS)) {
      return stacks
          .nestedIn(this, id)
          .map(nested -> nested.output(attribute.substring(OUTPUTS.length())))
          .orElseGet(
              () ->
                  Unknown.node(
                      "is an output of nested stack `%s`, whose template is not given"
                          .formatted(id)));
    }
    if (attribute.equals(Types.nameProperty(type))) {
      return JSON.textNode(name(id));
    }
    if (Set.of("TopicArn", "Arn", "PolicyArn").contains(attribute)) {
      // Only log groups say in their ARN that their streams are meant.
      String streams = type.equals(Types.LOG_GROUP) ? ":*" : "";
      JsonNode arn = arn(id, type);
      return arn.isTextual() ? JSON.textNode(arn.textValue() + streams) : arn;
    }
    return Unknown.node(LATER);
  }

  private JsonNode arn(String id, String type) {
    JsonNode path = intrinsics.value(declared(id).path("Properties").path("Path"));
    if (Unknown.is(path)) {
      return path;
    }
    String name = Types.path(type, path) + name(id);
    return Types.arn(type, stacks.region(), stacks.account(), name)
        .<JsonNode>map(JSON::textNode)
        .orElseGet(() -> Unknown.node(LATER));
  }

  private Optional<JsonNode> pseudo(String name) {
    if (!name.startsWith("AWS::")) {
      return Optional.empty();
    }
    String region = stacks.region();
    return Optional.of(
        switch (name) {
          case "AWS::AccountId" -> JSON.textNode(stacks.account());
          case "AWS::Region" -> JSON.textNode(region);
          case "AWS::Partition" -> JSON.textNode(Partition.of(region).id());
          case "AWS::URLSuffix" -> JSON.textNode(Partition.of(region).dnsSuffix());
          case "AWS::StackName" -> JSON.textNode(template.stackName());
          case "AWS::NoValue" -> JSON.missingNode();
          default -> Unknown.node(LATER);
        });
  }

  private Optional<JsonNode> parameter(String name) {
    JsonNode declared = template.section("Parameters").path(name);
    if (declared.isMissingNode()) {
      return Optional.empty();
    }
    String type = declared.path("Type").asText();
    Optional<JsonNode> handed = handed(name);
    if (handed.isPresent() && !handed.get().isTextual()) {
      return handed;
    }
    String given = handed.map(JsonNode::textValue).orElseGet(() -> parameters.get(name));
    if (given == null && type.startsWith("AWS::SSM::Parameter")) {
      return Optional.of(
          Unknown.node(
              "depends on parameter `%s`, which Systems Manager holds; give its value with `--parameter %s=…`"
                  .formatted(name, name)));
    }
    if (given == null && declared.path("Default").isMissingNode()) {
      return Optional.of(
          Unknown.node(
              "depends on parameter `%s`, which has no value; give it with `--parameter %s=…`"
                  .formatted(name, name)));
    }
    String value = given == null ? declared.path("Default").asText() : given;
    if (!type.contains("List")) {
      return Optional.of(JSON.textNode(value));
    }
    var list = JSON.arrayNode();
    for (String element : value.split(",", -1)) {
      list.add(element.strip());
    }
    return Optional.of(list);
  }

  /** What the stack around this one hands to a parameter: a text, or unknown. */
  private Optional<JsonNode> handed(String name) {
    JsonNode written =
        nest == null
            ? JSON.missingNode()
            : nest.parent().declared(nest.id()).path("Properties").path("Parameters").path(name);
    if (written.isMissingNode()) {
      return Optional.empty();
    }
    return Optional.of(
        once(
            "Parameters/" + name,
            () -> {
              JsonNode value = nest.parent().intrinsics.value(written);
              return value.isValueNode() && !value.isPojo() ? JSON.textNode(value.asText()) : value;
            }));
  }

  /** The value of an output. */
  private JsonNode output(String name) {
    JsonNode declared = template.section("Outputs").path(name);
    return declared.isMissingNode()
        ? Unknown.node("is output `" + name + "`, which `" + template.file() + "` does not have")
        : once("Outputs/" + name, () -> valueOf(declared, "output `" + name + "`"));
  }

  /** An output under a condition that fails is not there. */
  private JsonNode valueOf(JsonNode output, String called) {
    JsonNode condition = output.path("Condition");
    JsonNode made =
        condition.isTextual() ? condition(condition.textValue()) : JSON.booleanNode(true);
    if (!made.isBoolean()) {
      return made;
    }
    return made.booleanValue()
        ? intrinsics.value(output.path("Value"))
        : Unknown.node(
            "is %s of `%s`, whose condition `%s` does not hold"
                .formatted(called, template.file(), condition.textValue()));
  }

  private JsonNode once(String what, Supplier<JsonNode> value) {
    if (!open.add(what)) {
      return Unknown.node("depends on itself by way of `" + what + "`");
    }
    JsonNode found = value.get();
    open.remove(what);
    return found;
  }

  /** Whether a condition holds: a boolean, or unknown. */
  JsonNode condition(String name) {
    JsonNode declared = template.section("Conditions").path(name);
    if (declared.isMissingNode()) {
      return Unknown.node("depends on condition `" + name + "`, which the template does not have");
    }
    if (!open.add("Conditions/" + name)) {
      return Unknown.node("depends on condition `" + name + "`, which depends on itself");
    }
    JsonNode holds = intrinsics.value(declared);
    open.remove("Conditions/" + name);
    return holds;
  }

  JsonNode mapping(String map, String first, String second) {
    return template.section("Mappings").path(map).path(first).path(second);
  }

  /** The value that the stack exports under a name. */
  Optional<JsonNode> export(String name) {
    for (JsonNode output : template.section("Outputs")) {
      JsonNode exported = output.path("Export").path("Name");
      if (!exported.isMissingNode() && intrinsics.value(exported).asText().equals(name)) {
        return Optional.of(valueOf(output, "export `" + name + "`"));
      }
    }
    return Optional.empty();
  }
}
