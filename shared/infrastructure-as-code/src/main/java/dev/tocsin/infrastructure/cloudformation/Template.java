package dev.tocsin.infrastructure.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.tocsin.chain.verdict.Place;
import dev.tocsin.infrastructure.BlueprintProblem;
import java.util.Iterator;
import java.util.Set;

/** One template as it is written. */
public final class Template {
  /** Transforms that leave the resources judged here as they are written. */
  private static final Set<String> HARMLESS_TRANSFORMS =
      Set.of(
          "AWS::Serverless-2016-10-31",
          "AWS::LanguageExtensions",
          "AWS::CodeDeployBlueGreen",
          "AWS::SecretsManager-2020-07-23",
          "AWS::SecretsManager-2024-09-16");

  private static final String RESOURCES = "Resources";

  private static final String PROCESSED =
      ". Fix: give the template as it is deployed, `aws cloudformation get-template"
          + " --template-stage Processed`";

  private final String file;
  private final YamlTree tree;

  private Template(String file, YamlTree tree) {
    this.file = file;
    this.tree = tree;
  }

  /**
   * Reads a template.
   *
   * @param file its name, for messages and places
   * @throws BlueprintProblem if the text is no template, or one that must be processed first
   */
  public static Template read(String text, String file) throws BlueprintProblem {
    Template template = new Template(file, new YamlTree(text, file));
    JsonNode resources = template.section(RESOURCES);
    if (!resources.isObject()) {
      throw new BlueprintProblem(
          "`%s`: expected a CloudFormation template with `Resources`, found none".formatted(file));
    }
    for (JsonNode transform : listed(template.section("Transform"))) {
      String name = transform.isTextual() ? transform.textValue() : transform.path("Name").asText();
      if (!HARMLESS_TRANSFORMS.contains(name)) {
        throw new BlueprintProblem(
            "`%s`: transform `%s` may change what is made".formatted(file, name) + PROCESSED);
      }
    }
    for (Iterator<String> ids = resources.fieldNames(); ids.hasNext(); ) {
      String id = ids.next();
      if (id.startsWith("Fn::")) {
        throw new BlueprintProblem(
            "`%s` line %d: `%s` is not expanded here"
                    .formatted(file, template.tree.line(RESOURCES + "/" + id), id)
                + PROCESSED);
      }
    }
    return template;
  }

  String file() {
    return file;
  }

  /** What stands for the stack's name: the file's name without folder and ending. */
  String stackName() {
    String name = file.substring(file.lastIndexOf('/') + 1);
    int dot = name.indexOf('.');
    return (dot > 0 ? name.substring(0, dot) : name).replaceAll("[^A-Za-z0-9-]", "-");
  }

  JsonNode section(String name) {
    return tree.root().path(name);
  }

  /** The section to which a resource is added. */
  public Place place() {
    return new Place(RESOURCES, file, tree.line(RESOURCES));
  }

  Place place(String logicalId) {
    return new Place(logicalId, file, tree.line(RESOURCES + "/" + logicalId));
  }

  private static ArrayNode listed(JsonNode oneOrMore) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    if (oneOrMore.isArray()) {
      oneOrMore.forEach(list::add);
    } else if (!oneOrMore.isMissingNode()) {
      list.add(oneOrMore);
    }
    return list;
  }
}
