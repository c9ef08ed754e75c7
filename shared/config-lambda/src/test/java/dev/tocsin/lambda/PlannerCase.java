package dev.tocsin.lambda;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.emulator.EditedJson;
import dev.tocsin.evaluation.RuleParameters;
import dev.tocsin.remediation.Means;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A case of the planner's, in the Region of the function. */
record PlannerCase(JsonNode json) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path FOLDER =
      Path.of(
          System.getProperty("tocsin.root"),
          "shared/remediation/src/test/resources/dev/tocsin/remediation");

  /** The cases of a file, without some by name. */
  static List<PlannerCase> in(String file, Set<String> without) {
    List<PlannerCase> cases = new ArrayList<>();
    for (JsonNode json : read(file)) {
      if (!without.contains(json.path("name").asText())) {
        cases.add(new PlannerCase(json));
      }
    }
    return cases;
  }

  JsonNode snapshot() {
    return EditedJson.of(read("accounts/" + json.path("account").asText() + ".json"), json);
  }

  String control() {
    return json.path("control").asText("security-group-changes");
  }

  /** With the stack's role there is none to make. */
  List<String> calls() {
    return texts("calls").stream().filter(call -> !call.startsWith("iam:")).toList();
  }

  RuleParameters parameters() {
    ObjectNode texts = JsonNodeFactory.instance.objectNode();
    text("benchmark").ifPresent(benchmark -> texts.put("benchmark", benchmark));
    return (RuleParameters) RuleParameters.parse(RepairHands.CATALOG, texts);
  }

  Means means() {
    return new Means(
        text("topicArn"),
        text("email"),
        text("keyId"),
        text("trailBucket"),
        Optional.of(RepairHands.DELIVERY_ROLE));
  }

  List<String> texts(String name) {
    return JSON.convertValue(json.path(name), new TypeReference<>() {});
  }

  Optional<String> text(String name) {
    return Optional.ofNullable(json.get(name)).map(JsonNode::asText);
  }

  @Override
  public String toString() {
    return json.path("name").asText();
  }

  /** A file of the cases, with its home Region and the one beside it changed for each other. */
  private static JsonNode read(String file) {
    try {
      String text = Files.readString(FOLDER.resolve(file));
      return JSON.readTree(
          text.replace("eu-west-1", "~")
              .replace("us-east-1", Events.REGION)
              .replace("~", "us-east-1"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
