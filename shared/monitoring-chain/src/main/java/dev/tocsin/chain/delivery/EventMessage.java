package dev.tocsin.chain.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.chain.model.EventRule;
import dev.tocsin.chain.model.EventRule.Target;
import dev.tocsin.chain.model.JsonTexts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The message a rule's target gets: the event itself, unless the target makes another text of it
 * (EventBridge user guide, "Input transformation" and "Event structure").
 */
final class EventMessage {
  private static final String WHEN_SENT = "known when sent";

  private EventMessage() {}

  /**
   * What is known of it: a constant object, or fields of the envelope that the rule's pattern names
   * by whole texts. Empty iff the target sends something else, or the pattern is not JSON.
   */
  static Optional<Message> of(EventRule rule, Target target, String region, String account) {
    if (target.input() != null) {
      return constant(target.input());
    }
    boolean other = target.inputPath() != null || target.inputTransformer() != null;
    if (other || rule.eventPattern() == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(of(JsonTexts.read(rule.eventPattern()), region, account));
    } catch (JsonProcessingException notJson) {
      return Optional.empty();
    }
  }

  private static Optional<Message> constant(String input) {
    try {
      return JsonTexts.read(input) instanceof ObjectNode object
          ? Optional.of(new Message(List.of(object), Set.of(), Set.of()))
          : Optional.empty();
    } catch (JsonProcessingException notJson) {
      return Optional.empty();
    }
  }

  private static Message of(JsonNode pattern, String region, String account) {
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    event.put("version", "0");
    event.put("account", account);
    event.put("region", region);
    Set<String> unforeseen = new HashSet<>(Set.of("id", "time"));
    List<ObjectNode> forms = List.of(event);
    for (String field : List.of("source", "detail-type")) {
      List<String> values = texts(pattern.path(field));
      if (values.isEmpty()) {
        unforeseen.add(field);
      } else {
        forms = each(forms, field, values);
      }
    }
    for (ObjectNode form : forms) {
      unforeseen.forEach(field -> form.put(field, WHEN_SENT));
    }
    return new Message(forms, unforeseen, Set.of("detail", "resources"));
  }

  private static List<ObjectNode> each(List<ObjectNode> forms, String field, List<String> values) {
    List<ObjectNode> each = new ArrayList<>();
    forms.forEach(form -> values.forEach(value -> each.add(form.deepCopy().put(field, value))));
    return each;
  }

  /** The texts of a list that holds nothing else; none where the field may hold others. */
  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    for (JsonNode value : list) {
      if (!value.isTextual()) {
        return List.of();
      }
      texts.add(value.textValue());
    }
    return texts;
  }
}
