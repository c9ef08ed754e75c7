package dev.tocsin.chain.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs {@code policy-cases.json}; a case's request replaces parts of the file's. */
class ResourcePolicyTest {

  @TestFactory
  Stream<DynamicTest> policies() throws IOException {
    try (InputStream file = ResourcePolicyTest.class.getResourceAsStream("policy-cases.json")) {
      JsonNode data = new ObjectMapper().readTree(file);
      return StreamSupport.stream(data.get("cases").spliterator(), false)
          .map(
              entry ->
                  DynamicTest.dynamicTest(
                      entry.get("name").asText(), () -> run(data.get("request"), entry)));
    }
  }

  private static void run(JsonNode standard, JsonNode entry) {
    JsonNode text = entry.path("text");
    String policy = text.isMissingNode() ? entry.get("policy").toString() : text.asText();

    Access access = ResourcePolicy.decide(policy, request(standard, entry.path("request")));

    assertThat(outcome(access)).as(access.toString()).isEqualTo(entry.get("expected").asText());
    assertThat(access.toString()).contains(entry.path("because").asText(""));
  }

  private static String outcome(Access access) {
    if (access instanceof Access.Allowed) {
      return "allowed";
    }
    return access instanceof Access.NotAllowed ? "not-allowed" : "cannot-tell";
  }

  private static AccessRequest request(JsonNode standard, JsonNode own) {
    Map<String, List<String>> context = new HashMap<>();
    part(standard, own, "context")
        .properties()
        .forEach(key -> context.put(key.getKey(), texts(key.getValue())));
    Set<String> absent = new HashSet<>(texts(part(standard, own, "absent")));
    return new AccessRequest(
        new Caller.Service(part(standard, own, "service").asText()),
        part(standard, own, "action").asText(),
        part(standard, own, "resource").asText(),
        context,
        absent);
  }

  private static JsonNode part(JsonNode standard, JsonNode own, String name) {
    return own.has(name) ? own.get(name) : standard.get(name);
  }

  private static List<String> texts(JsonNode node) {
    return node.isArray()
        ? StreamSupport.stream(node.spliterator(), false).map(JsonNode::asText).toList()
        : List.of(node.asText());
  }
}
