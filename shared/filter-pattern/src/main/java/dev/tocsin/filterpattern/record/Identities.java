package dev.tocsin.filterpattern.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who acts: the fields of an identity belong to its type. */
public final class Identities {

  private static final String EXAMPLE_ACCOUNT = "111122223333";
  private static final Pattern PARTITION = Pattern.compile("arn:(aws[a-z-]*):");
  private static final Map<String, ObjectNode> BY_TYPE = read();

  /** IAM user guide, IAM identifiers. */
  private static final Map<String, String> BY_ARN =
      Map.of(
          ":user/", "IAMUser",
          ":assumed-role/", "AssumedRole",
          ":federated-user/", "FederatedUser",
          ":root", "Root");

  private Identities() {}

  private static Map<String, ObjectNode> read() {
    Map<String, ObjectNode> identities = new HashMap<>();
    for (JsonNode line : PlausibleData.lines("identities")) {
      JsonNode identity = line.get("identity");
      identities.put(identity.get("type").textValue(), (ObjectNode) identity);
    }
    return Map.copyOf(identities);
  }

  /**
   * The base with an identity of the type that a record has, of the base's account and partition;
   * empty if the base's own is of that type, or nothing is known of it.
   */
  public static Optional<ObjectNode> like(JsonNode record, JsonNode base) {
    JsonNode own = base.path("userIdentity");
    String type = type(record.path("userIdentity"), own);
    ObjectNode known = BY_TYPE.get(type);
    if (known == null || !(base instanceof ObjectNode) || own.path("type").asText().equals(type)) {
      return Optional.empty();
    }
    ObjectNode changed = base.deepCopy();
    String account = base.path("recipientAccountId").asText(EXAMPLE_ACCOUNT);
    Matcher partition = PARTITION.matcher(base.path("userIdentity").toString());
    String there = partition.find() ? partition.group(1) : "aws";
    changed.set("userIdentity", relocated(known, account, "arn:" + there + ":"));
    return Optional.of(changed);
  }

  /** The type, or what another ARN than the base's says of it. */
  private static String type(JsonNode identity, JsonNode own) {
    String type = identity.path("type").asText();
    String arn = identity.path("arn").asText();
    if (!type.equals(own.path("type").asText()) || arn.equals(own.path("arn").asText())) {
      return type;
    }
    return BY_ARN.entrySet().stream()
        .filter(form -> arn.contains(form.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(type);
  }

  private static ObjectNode relocated(ObjectNode identity, String account, String arn) {
    ObjectNode moved = identity.deepCopy();
    identity
        .properties()
        .forEach(
            field -> {
              JsonNode value = field.getValue();
              if (value.isObject()) {
                moved.set(field.getKey(), relocated((ObjectNode) value, account, arn));
              } else {
                moved.put(
                    field.getKey(),
                    value.textValue().replace(EXAMPLE_ACCOUNT, account).replace("arn:aws:", arn));
              }
            });
    return moved;
  }
}
