package dev.tocsin.infrastructure.account;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.infrastructure.resource.Resource;
import dev.tocsin.infrastructure.resource.Types;
import java.util.HashSet;
import java.util.Set;

/** Keys, their aliases and policies. A key of which something is not known was not read. */
final class KeyPart {
  private static final String KEYS = "Keys";

  private final Draft draft;

  private KeyPart(Draft draft) {
    this.draft = draft;
  }

  static void draw(Draft draft) {
    KeyPart part = new KeyPart(draft);
    draft.of(Types.KEY).forEach(part::key);
    draft.of(Types.ALIAS).forEach(part::alias);
    draft.of(Types.KEY_POLICY).forEach(part::policy);
  }

  private void key(Resource key) {
    if (key.doubt().isPresent()) {
      draft.leaveOut("key", key, key.doubt().get(), encryptedTopics(key));
      return;
    }
    ObjectNode json = draft.list(key.region(), KEYS).addObject();
    json.put("KeyId", key.name()).put("Arn", draft.arn(key)).put("KeyManager", "CUSTOMER");
    JsonNode enabled = key.get("Enabled");
    boolean isEnabled = enabled.isMissingNode() || enabled.asText().equals("true");
    json.put("KeyState", isEnabled ? "Enabled" : "Disabled");
    json.putArray("Aliases");
    json.put("Policy", Defaults.keyPolicy(key.region(), draft.circumstances().account()));
    if (!key.get("KeyPolicy").isMissingNode()) {
      policy(key, json, key.get("KeyPolicy"));
    }
  }

  private void alias(Resource alias) {
    String target = alias.text("TargetKeyId");
    if (alias.doubt().isPresent()) {
      return;
    }
    for (JsonNode key : draft.list(alias.region(), KEYS)) {
      if (isNamed(key, target)) {
        ((ObjectNode) key).withArray("Aliases").add(alias.name());
      }
    }
  }

  private void policy(Resource policy) {
    for (JsonNode key : draft.list(policy.region(), KEYS)) {
      if (policy.get("KeyId").isPojo() || isNamed(key, policy.text("KeyId"))) {
        policy(policy, (ObjectNode) key, policy.get("Policy"));
      }
    }
  }

  private void policy(Resource resource, ObjectNode key, JsonNode document) {
    key.remove("Policy");
    try {
      Draft.requireMade(resource);
      if (resource.get("KeyId").isPojo()) {
        throw new NotKnown("KeyId", "is not known");
      }
      Draft.document(document).ifPresent(text -> key.put("Policy", text));
    } catch (NotKnown notKnown) {
      draft.leaveOut("key policy", resource, notKnown, encryptedTopics(resource));
    }
  }

  private static boolean isNamed(JsonNode key, String idOrArn) {
    return key.path("KeyId").asText().equals(idOrArn) || key.path("Arn").asText().equals(idOrArn);
  }

  /** The topics whose findings may be about a key. */
  private Set<String> encryptedTopics(Resource key) {
    Set<String> topics = new HashSet<>();
    for (JsonNode topic : draft.list(key.region(), "Topics")) {
      if (topic.path("Attributes").has("KmsMasterKeyId")) {
        topics.add(topic.path("TopicArn").asText());
      }
    }
    return topics;
  }
}
