package dev.tocsin.records;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A row of the table that Athena's guide makes for CloudTrail, as a record again. The table has all
 * names in lower case, {@code readonly} and its like as texts, and some objects as JSON texts. A
 * column without a value was absent from the record or null: it is taken for absent.
 *
 * <p>Source: "Create the table for CloudTrail logs in Athena using partition projection", Amazon
 * Athena User Guide; names as in "CloudTrail record contents", AWS CloudTrail User Guide.
 */
final class AthenaRow {

  private static final Map<String, String> NAMES =
      byLowerCase(
          "eventVersion",
          "userIdentity",
          "eventTime",
          "eventSource",
          "eventName",
          "awsRegion",
          "sourceIPAddress",
          "userAgent",
          "errorCode",
          "errorMessage",
          "requestParameters",
          "responseElements",
          "additionalEventData",
          "requestID",
          "eventID",
          "readOnly",
          "eventType",
          "apiVersion",
          "managementEvent",
          "recipientAccountId",
          "serviceEventDetails",
          "sharedEventID",
          "vpcEndpointId",
          "vpcEndpointAccountId",
          "eventCategory",
          "sessionCredentialFromConsole",
          "edgeDeviceDetails",
          "tlsDetails",
          "addendum",
          "eventContext");

  /** Of {@code userIdentity}, {@code resources} and {@code tlsDetails}. */
  private static final Map<String, String> INNER_NAMES =
      byLowerCase(
          "principalId",
          "accountId",
          "invokedBy",
          "accessKeyId",
          "userName",
          "onBehalfOf",
          "userId",
          "identityStoreArn",
          "sessionContext",
          "mfaAuthenticated",
          "creationDate",
          "sessionIssuer",
          "ec2RoleDelivery",
          "webIdFederationData",
          "federatedProvider",
          "sourceIdentity",
          "identityProvider",
          "credentialId",
          "inScopeOf",
          "sourceArn",
          "sourceAccount",
          "issuerType",
          "credentialsIssuedTo",
          "tlsVersion",
          "cipherSuite",
          "clientProvidedHostHeader");

  private static final Set<String> TRUTHS =
      Set.of("readOnly", "managementEvent", "sessionCredentialFromConsole");

  private static final Set<String> JSON_TEXTS =
      Set.of(
          "requestParameters",
          "responseElements",
          "additionalEventData",
          "serviceEventDetails",
          "edgeDeviceDetails",
          "addendum",
          "eventContext");

  private AthenaRow() {}

  static boolean isOne(ObjectNode object) {
    return object.has("eventname") && !object.has("eventName");
  }

  /** Whether a member of this name is read whatever the record's fields are. */
  static boolean isColumn(String name) {
    return NAMES.containsKey(name);
  }

  static ObjectNode record(ObjectNode row) throws IOException {
    ObjectNode record = Trees.object();
    for (Map.Entry<String, JsonNode> column : row.properties()) {
      String name = NAMES.getOrDefault(column.getKey(), column.getKey());
      if (!column.getValue().isNull()) {
        record.set(name, value(name, column.getValue()));
      }
    }
    return record;
  }

  private static JsonNode value(String name, JsonNode value) throws IOException {
    if (value.isTextual() && TRUTHS.contains(name)) {
      return switch (value.textValue()) {
        case "true" -> BooleanNode.TRUE;
        case "false" -> BooleanNode.FALSE;
        default -> value;
      };
    }
    if (value.isTextual() && JSON_TEXTS.contains(name)) {
      try (JsonParser parser = Trees.FACTORY.createParser(value.textValue())) {
        return parser.nextToken() == JsonToken.START_OBJECT
            ? Trees.value(parser, Fields.ALL)
            : value;
      }
    }
    return value.isContainerNode() ? renamed(value) : value;
  }

  private static JsonNode renamed(JsonNode value) {
    if (value instanceof ArrayNode array) {
      ArrayNode renamed = array.arrayNode();
      array.forEach(element -> renamed.add(renamed(element)));
      return renamed;
    }
    if (value instanceof ObjectNode object) {
      ObjectNode renamed = object.objectNode();
      for (Map.Entry<String, JsonNode> member : object.properties()) {
        if (!member.getValue().isNull()) {
          renamed.set(
              INNER_NAMES.getOrDefault(member.getKey(), member.getKey()),
              renamed(member.getValue()));
        }
      }
      return renamed;
    }
    return value;
  }

  private static Map<String, String> byLowerCase(String... names) {
    return List.of(names).stream()
        .collect(Collectors.toMap(name -> name.toLowerCase(Locale.ROOT), Function.identity()));
  }
}
