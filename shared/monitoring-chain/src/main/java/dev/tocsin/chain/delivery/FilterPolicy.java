package dev.tocsin.chain.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.chain.model.JsonTexts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import software.amazon.event.ruler.Ruler;

/**
 * A subscription's filter policy. Its language is that of EventBridge patterns, so AWS's own
 * matcher for those says what matches.
 */
final class FilterPolicy {

  private static final String OR = "$or";

  private FilterPolicy() {}

  /** What becomes of a message. */
  enum Passage {
    PASSES,
    BLOCKED,
    UNKNOWN
  }

  /**
   * What the filter does with a message.
   *
   * @param why for blocked and unknown, in words
   */
  record Decision(Passage passage, String why) {}

  /**
   * Passes iff every form of the message passes whatever its unforeseen fields hold; blocked iff
   * none can.
   *
   * @param scope {@code MessageAttributes} or {@code MessageBody}
   * @param message empty iff nothing is known of the body; attributes are never sent with it
   */
  static Decision filter(String policy, String scope, Optional<Message> message) {
    boolean attributes = scope.equals("MessageAttributes");
    if (!attributes && !(scope.equals("MessageBody") && message.isPresent())) {
      return new Decision(Passage.UNKNOWN, "what the message body holds is not known");
    }
    Message sent =
        attributes
            ? new Message(List.of(JsonNodeFactory.instance.objectNode()), Set.of(), Set.of())
            : message.orElseThrow();
    try {
      JsonNode parsed = JsonTexts.read(policy);
      if (!parsed.isObject()) {
        return new Decision(Passage.UNKNOWN, "it is no JSON object");
      }
      // Setting a policy to {} removes it (SNS developer guide, "Removing a subscription filter
      // policy").
      if (parsed.isEmpty()) {
        return new Decision(Passage.PASSES, "");
      }
      return filter((ObjectNode) parsed, sent, attributes);
    } catch (JsonProcessingException e) {
      return new Decision(Passage.UNKNOWN, "it is not JSON");
    }
  }

  private static Decision filter(ObjectNode policy, Message sent, boolean attributes) {
    Set<String> guessed = new TreeSet<>();
    ObjectNode wide = replaced(policy, "", sent, true, guessed);
    ObjectNode narrow = replaced(policy, "", sent, false, guessed);
    if (guessed.stream().anyMatch(sent::mayHave)) {
      return new Decision(Passage.UNKNOWN, "it asks for `" + String.join("`, `", guessed) + "`");
    }
    try {
      long most = passing(wide, sent);
      if (most == 0) {
        return new Decision(
            Passage.BLOCKED,
            attributes
                ? "it asks for message attributes, and none are sent"
                : "no message has what it asks for");
      }
      if (passing(narrow, sent) == sent.forms().size()) {
        return new Decision(Passage.PASSES, "");
      }
    } catch (Exception e) { // Ruler declares Exception; its message may hold the policy's values
      return new Decision(Passage.UNKNOWN, "AWS's matcher does not understand it");
    }
    return new Decision(
        Passage.UNKNOWN,
        guessed.isEmpty()
            ? "not every message has what it asks for"
            : "it asks for `" + String.join("`, `", guessed) + "`");
  }

  private static long passing(ObjectNode policy, Message sent) throws Exception {
    long passing = 0;
    for (ObjectNode form : sent.forms()) {
      passing += Ruler.matchesRule(form.toString(), policy.toString()) ? 1 : 0;
    }
    return passing;
  }

  /**
   * The policy with every condition on an unforeseen field made always true (wide) or always false.
   * A policy is made of and and or only, so it lies between the two.
   */
  private static ObjectNode replaced(
      ObjectNode policy, String path, Message sent, boolean wide, Set<String> guessed) {
    ObjectNode result = JsonNodeFactory.instance.objectNode();
    for (Map.Entry<String, JsonNode> entry : policy.properties()) {
      String field = path + entry.getKey();
      JsonNode value = entry.getValue();
      if (value instanceof ObjectNode nested) {
        result.set(entry.getKey(), replaced(nested, field + ".", sent, wide, guessed));
      } else if (entry.getKey().equals(OR) && allObjects(value)) {
        ArrayNode branches = result.putArray(OR);
        value.forEach(
            branch -> branches.add(replaced((ObjectNode) branch, path, sent, wide, guessed)));
      } else if (sent.unforeseen().contains(field) && !asksForPresence(value)) {
        guessed.add(field);
        result.putArray(entry.getKey()).addObject().put("exists", wide);
      } else {
        if (sent.mayHave(field)) {
          guessed.add(field);
        }
        result.set(entry.getKey(), value);
      }
    }
    return result;
  }

  private static boolean allObjects(JsonNode value) {
    return value.isArray()
        && StreamSupport.stream(value.spliterator(), false).allMatch(JsonNode::isObject);
  }

  /** True iff any value matches, or none does: the list asks only whether the field is there. */
  private static boolean asksForPresence(JsonNode values) {
    return StreamSupport.stream(values.spliterator(), false)
            .anyMatch(value -> value.path("exists").asBoolean(false))
        || StreamSupport.stream(values.spliterator(), false).allMatch(value -> value.has("exists"));
  }
}
