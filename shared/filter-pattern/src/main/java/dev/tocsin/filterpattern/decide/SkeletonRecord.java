package dev.tocsin.filterpattern.decide;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What every CloudTrail record of a management event has, for questions that bring no sample. The
 * fields are those of the "CloudTrail record contents" page.
 */
final class SkeletonRecord {

  private SkeletonRecord() {}

  /** A new record without event name and source. */
  static ObjectNode make() {
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
    record.put("eventSource", "ec2.amazonaws.com");
    record.put("eventName", "DescribeInstances");
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
}
