package dev.tocsin.chain.second;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/** Whether metric filters see a log group's events as they are. */
final class GroupCheck {
  private static final Set<String> HARMLESS =
      Set.of(
          "SUBSCRIPTION_FILTER_POLICY",
          "FIELD_INDEX_POLICY",
          "TRANSFORMER_POLICY",
          "METRIC_EXTRACTION_POLICY");

  private final JsonNode region;
  private final String name;
  private final String arn;

  /** The group that a trail names by this ARN. */
  GroupCheck(JsonNode region, String name, String arn) {
    this.region = region;
    this.name = name;
    this.arn = arn;
  }

  boolean holds() {
    boolean listed = false;
    for (JsonNode group : region.path("logGroups")) {
      if (group.path("logGroupName").asText().equals(name)) {
        listed = true;
        if (!isPlain(group) || !isOf(group.path("arn").asText(""))) {
          return false;
        }
      }
    }
    for (JsonNode policy : region.path("accountPolicies")) {
      if (!HARMLESS.contains(policy.path("policyType").asText())) {
        return false;
      }
    }
    return listed;
  }

  private boolean isOf(String own) {
    return own.isBlank() || bare(own).equals(bare(arn));
  }

  private static String bare(String arn) {
    return arn.endsWith(":*") ? arn.substring(0, arn.length() - 2) : arn;
  }

  private static boolean isPlain(JsonNode group) {
    String protection = group.path("dataProtectionStatus").asText("DELETED");
    return group.path("logGroupClass").asText("STANDARD").equals("STANDARD")
        && (protection.equals("DELETED") || group.path("dataProtectionStatus").isNull())
        && group.path("inheritedProperties").isEmpty()
        && !group.hasNonNull("dataProtectionPolicy");
  }
}
