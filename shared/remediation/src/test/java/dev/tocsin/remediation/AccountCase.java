package dev.tocsin.remediation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.catalog.ControlCatalog;
import dev.tocsin.chain.model.BadSnapshot;
import dev.tocsin.chain.model.Snapshot;
import dev.tocsin.chain.model.SnapshotJson;
import dev.tocsin.emulator.EditedJson;
import dev.tocsin.evaluation.Confirmation;
import dev.tocsin.evaluation.ControlJudge;
import dev.tocsin.evaluation.Evaluation;
import dev.tocsin.evaluation.RuleParameters;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A case of a JSON file beside this class: an account, a control, what is given, what is planned.
 */
record AccountCase(JsonNode json) {
  static final ControlCatalog CATALOG = ControlCatalog.load();
  static final ControlJudge JUDGE = new ControlJudge();
  private static final ObjectMapper JSON = new ObjectMapper();

  static Stream<AccountCase> in(String file) {
    return StreamSupport.stream(read(file).spliterator(), false).map(AccountCase::new);
  }

  Snapshot account() throws BadSnapshot {
    JsonNode base = read("accounts/" + json.path("account").asText() + ".json");
    return SnapshotJson.read(EditedJson.of(base, json), toString());
  }

  Evaluation evaluation(Snapshot account) {
    var control = CATALOG.find(json.path("control").asText("security-group-changes")).orElseThrow();
    return new Evaluation(
        control, JUDGE.judge(control, parameters(), account, Confirmation.NOT_ASKED));
  }

  RuleParameters parameters() {
    ObjectNode texts = JsonNodeFactory.instance.objectNode();
    if (json.get("parameters") instanceof ObjectNode given) {
      texts.setAll(given);
    }
    if (json.has("benchmark")) {
      texts.set("benchmark", json.get("benchmark"));
    }
    return (RuleParameters) RuleParameters.parse(CATALOG, texts);
  }

  Means means() {
    return new Means(
        text("topicArn"), text("email"), text("keyId"), text("trailBucket"), text("deliveryRole"));
  }

  List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    json.path(name).forEach(text -> texts.add(text.asText()));
    return texts;
  }

  private Optional<String> text(String name) {
    return Optional.ofNullable(json.get(name)).map(JsonNode::asText);
  }

  @Override
  public String toString() {
    return json.path("name").asText();
  }

  private static JsonNode read(String file) {
    try (InputStream stream = AccountCase.class.getResourceAsStream(file)) {
      return JSON.readTree(stream);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
