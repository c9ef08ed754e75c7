package dev.tocsin.filterpattern.record;

import dev.tocsin.filterpattern.condition.FieldPath;
import java.util.List;
import java.util.Map;

/** What well-known fields of CloudTrail records hold, for records that readers believe. */
public final class RealisticValues {

  private static final Map<String, List<String>> VALUES =
      Map.ofEntries(
          Map.entry("$.awsRegion", List.of("us-east-1", "eu-west-1", "us-west-2")),
          Map.entry("$.sourceIPAddress", List.of("203.0.113.7", "198.51.100.23")),
          Map.entry("$.userAgent", List.of("aws-cli/2.31.0", "AWS Internal", "Boto3/1.40.0")),
          Map.entry("$.eventType", List.of("AwsApiCall", "AwsServiceEvent", "AwsConsoleSignIn")),
          Map.entry("$.eventCategory", List.of("Management", "Data", "Insight")),
          Map.entry("$.recipientAccountId", List.of("111122223333", "444455556666")),
          Map.entry("$.userIdentity.accountId", List.of("111122223333", "444455556666")),
          Map.entry(
              "$.userIdentity.type",
              List.of("AssumedRole", "IAMUser", "Root", "FederatedUser", "AWSService")),
          Map.entry(
              "$.userIdentity.arn",
              List.of(
                  "arn:aws:iam::111122223333:user/alice",
                  "arn:aws:sts::111122223333:assumed-role/Admin/alice")),
          Map.entry("$.userIdentity.userName", List.of("alice", "bob")),
          Map.entry("$.userIdentity.principalId", List.of("AIDACKCEVSQ6C2EXAMPLE")),
          Map.entry("$.userIdentity.invokedBy", List.of("cloudformation.amazonaws.com")),
          Map.entry(
              "$.userIdentity.sessionContext.attributes.mfaAuthenticated",
              List.of("false", "true")),
          Map.entry("$.additionalEventData.MFAUsed", List.of("No", "Yes")),
          Map.entry("$.responseElements.ConsoleLogin", List.of("Failure", "Success")),
          Map.entry("$.errorCode", List.of("AccessDenied", "Client.UnauthorizedOperation")));

  private RealisticValues() {}

  /** Values seen at the path, the most common first; empty for most paths. */
  public static List<String> of(FieldPath path) {
    return VALUES.getOrDefault(path.toString(), List.of());
  }
}
