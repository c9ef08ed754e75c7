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
    String type = record.path("userIdentity").path("type").asText();
    ObjectNode known = BY_TYPE.get(type);
    if (known == null || !(base instanceof ObjectNode) || own.path("type").asText().equals(type)) {
      return Optional.empty();
    }
    ObjectNode changed = base.deepCopy();
    changed.set("userIdentity", known(type, base));
    return Optional.of(changed);
  }

  /** The account in which the base was recorded. */
  static String account(JsonNode base) {
    return base.path("recipientAccountId").asText(EXAMPLE_ACCOUNT);
  }

  /** How ARNs begin in the base's partition, with the colon behind it. */
  static String partition(JsonNode base) {
    Matcher partition = PARTITION.matcher(base.path("userIdentity").toString());
    return "arn:" + (partition.find() ? partition.group(1) : "aws") + ":";
  }

  /** The base's identity if it is a whole one of the type, else a known one moved to its place. */
  static ObjectNode ofType(String type, JsonNode base) {
    ObjectNode known = known(type, base);
    return base.path("userIdentity") instanceof ObjectNode own && isLike(own, known)
        ? own.deepCopy()
        : known;
  }

  /** Users and root sign in to the console with a password, not with a key. */
  private static ObjectNode known(String type, JsonNode base) {
    ObjectNode known = relocated(BY_TYPE.get(type), account(base), partition(base));
    boolean isSignIn = base.path("eventType").asText().equals("AwsConsoleSignIn");
    return isSignIn && (type.equals(Actor.USER) || type.equals(Actor.ROOT))
        ? known.without("accessKeyId")
        : known;
  }

  private static boolean isLike(ObjectNode own, ObjectNode known) {
    return own.path("type").equals(known.path("type"))
        && own.path("arn").asText().split("/", -1).length
            == known.path("arn").asText().split("/", -1).length
        && own.path("sessionContext").path("sessionIssuer").isObject()
            == known.path("sessionContext").path("sessionIssuer").isObject();
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
