package dev.tocsin.filterpattern.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;

/** Which account a record is of: its own users and roles act in it. */
public final class Accounts {

  private static final List<String> OWN =
      List.of(Actor.USER, Actor.ROLE_SESSION, Actor.ROOT, Actor.FEDERATED);

  private Accounts() {}

  /**
   * The record moved whole to the account of the user, role or root user who acts, if another
   * account received it; unchanged otherwise.
   *
   * <p>Source: CloudTrail user guide, record contents: recipientAccountId differs from the
   * identity's account only where another account's resource is used, by AWSAccount.
   */
  public static ObjectNode plausible(ObjectNode record) {
    JsonNode identity = record.path("userIdentity");
    String acts = identity.path("accountId").asText();
    String receives = record.path("recipientAccountId").asText();
    return !OWN.contains(identity.path("type").asText())
            || acts.isEmpty()
            || receives.isEmpty()
            || acts.equals(receives)
        ? record
        : (ObjectNode) moved(record, receives, acts);
  }

  private static JsonNode moved(JsonNode value, String from, String to) {
    if (value instanceof ObjectNode object) {
      ObjectNode changed = object.objectNode();
      object
          .properties()
          .forEach(field -> changed.set(field.getKey(), moved(field.getValue(), from, to)));
      return changed;
    }
    if (value instanceof ArrayNode array) {
      ArrayNode changed = array.arrayNode();
      array.forEach(element -> changed.add(moved(element, from, to)));
      return changed;
    }
    return value.isTextual() ? TextNode.valueOf(value.textValue().replace(from, to)) : value;
  }
}
