package dev.tocsin.filterpattern.record;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/**
 * What every CloudTrail record of a management event has, for questions that bring no sample. The
 * fields are those of the "CloudTrail record contents" page.
 */
public final class SkeletonRecord {

  private SkeletonRecord() {}

  private static final String SOURCE = "ec2.amazonaws.com";

  /** Words in names that no one service is known for, and who uses them; the first counts. */
  private static final List<Map.Entry<String, String>> SOURCES =
      List.of(
          Map.entry("SecurityGroup", SOURCE),
          Map.entry("Trail", "cloudtrail.amazonaws.com"),
          Map.entry("ConfigRule", "config.amazonaws.com"),
          Map.entry("ConfigurationRecorder", "config.amazonaws.com"),
          Map.entry("DeliveryChannel", "config.amazonaws.com"),
          Map.entry("Bucket", "s3.amazonaws.com"),
          Map.entry("OrganizationalUnit", "organizations.amazonaws.com"),
          Map.entry("Handshake", "organizations.amazonaws.com"),
          Map.entry("Account", "organizations.amazonaws.com"),
          Map.entry("Policy", "iam.amazonaws.com"),
          Map.entry("AccessKey", "iam.amazonaws.com"),
          Map.entry("User", "iam.amazonaws.com"),
          Map.entry("Role", "iam.amazonaws.com"));

  /** A new record of an everyday event. */
  public static ObjectNode make() {
    ObjectNode record = JsonNodeFactory.instance.objectNode();
    record.put("eventVersion", "1.11");
    record
        .putObject("userIdentity")
        .put("type", "IAMUser")
        .put("principalId", "AIDACKCEVSQ6C2EXAMPLE")
        .put("arn", "arn:aws:iam::111122223333:user/alice")
        .put("accountId", "111122223333")
        .put("accessKeyId", "AKIAIOSFODNN7EXAMPLE")
        .put("userName", "alice");
    record.put("eventTime", "2026-11-20T12:00:00Z");
    record.put("eventSource", SOURCE);
    record.put("eventName", "StartInstances");
    record.put("awsRegion", "us-east-1");
    record.put("sourceIPAddress", "203.0.113.7");
    record.put("userAgent", "aws-cli/2.31.0");
    record.putNull("requestParameters");
    record.putNull("responseElements");
    record.put("requestID", "4b5c6d7e-8f90-4a1b-9c2d-3e4f5a6b7c8d");
    record.put("eventID", "0f1e2d3c-4b5a-4697-8879-6a5b4c3d2e1f");
    record.put("readOnly", false);
    record.put("eventType", "AwsApiCall");
    record.put("managementEvent", true);
    record.put("recipientAccountId", "111122223333");
    record.put("eventCategory", "Management");
    return record;
  }

  /**
   * The record with the service that emits its event, where the record leaves that open, and
   * without a response where the call failed.
   */
  public static ObjectNode plausible(ObjectNode record) {
    ObjectNode changed = record.deepCopy();
    String name = record.path("eventName").asText();
    boolean known = Operations.place(changed);
    if (!known && record.path("eventSource").asText().equals(SOURCE)) {
      SOURCES.stream()
          .filter(source -> name.contains(source.getKey()))
          .findFirst()
          .ifPresent(source -> changed.put("eventSource", source.getValue()));
    }
    if (name.equals("ConsoleLogin") && record.path("eventType").asText().equals("AwsApiCall")) {
      changed.put("eventType", "AwsConsoleSignIn");
      if (changed.path("userIdentity") instanceof ObjectNode identity) {
        identity.remove("accessKeyId");
      }
    }
    if (record.path("errorCode").isTextual() && record.path("responseElements").isObject()) {
      changed.putNull("responseElements");
    }
    return changed;
  }
}
