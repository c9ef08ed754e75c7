package dev.tocsin.chain.second;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;

/** Whether a trail brings all that is required to its log group. */
final class TrailCheck {
  private final JsonNode trail;
  private final Terms terms;

  TrailCheck(JsonNode trail, Terms terms) {
    this.trail = trail;
    this.terms = terms;
  }

  boolean holds(String watcher, boolean member) {
    String home = trail.path("HomeRegion").asText();
    String name = trail.path("Name").asText();
    String[] arn = trail.path("TrailARN").asText().split(":", 6);
    String[] group = trail.path("CloudWatchLogsLogGroupArn").asText().split(":", 6);
    boolean organization = trail.path("IsOrganizationTrail").asBoolean();
    return arn.length == 6
        && group.length == 6
        && ("arn:" + partition(home) + ":cloudtrail:" + home)
            .equals(String.join(":", arn[0], arn[1], arn[2], arn[3]))
        && arn[5].equals("trail/" + name)
        && arn[4].matches("\\d{12}")
        && (organization || arn[4].equals(watcher))
        && (organization || !member)
        && ("arn:" + partition(home) + ":logs:" + home + ":" + watcher)
            .equals(String.join(":", group[0], group[1], group[2], group[3], group[4]))
        && group[5].matches("log-group:[^:]+(:\\*)?")
        && trail.path("IsMultiRegionTrail").asBoolean()
        && (trail.path("IncludeGlobalServiceEvents").asBoolean(true) || asksOfOneRegionsService())
        && delivers()
        && selects();
  }

  /** The name of the log group in an ARN that {@link #holds} has seen. */
  static String group(JsonNode trail) {
    return trail.path("CloudWatchLogsLogGroupArn").asText().split(":", -1)[6];
  }

  static String partition(String region) {
    return region.startsWith("cn-")
        ? "aws-cn"
        : region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
  }

  /** Whether the control is about one service, and one whose events are of one Region each. */
  private boolean asksOfOneRegionsService() {
    return terms
        .required()
        .text()
        .matches(".*\\$\\.eventSource = \"(cloudtrail|config|ec2|kms)\\..*");
  }

  private boolean delivers() {
    JsonNode status = trail.path("Status");
    JsonNode moment =
        status.hasNonNull("LatestCloudWatchLogsDeliveryTime")
            ? status.path("LatestCloudWatchLogsDeliveryTime")
            : status.path("StartLoggingTime");
    if (!status.path("IsLogging").asBoolean()
        || !status.path("LatestCloudWatchLogsDeliveryError").asText("").isBlank()
        || !moment.isTextual()) {
      return false;
    }
    Instant latest = OffsetDateTime.parse(moment.asText()).toInstant();
    Duration age = Duration.between(latest, terms.now());
    return age.compareTo(Duration.ofDays(2)) <= 0 && age.compareTo(Duration.ofDays(-1)) >= 0;
  }

  /**
   * Whether reads and writes are kept, as the benchmarks ask; it is no matter by which selectors.
   */
  boolean selects() {
    return selects(true);
  }

  /** Whether what is required is kept. */
  boolean selectsRequired() {
    return selects(!terms.writes());
  }

  private boolean selects(boolean alsoReads) {
    boolean reads = false;
    boolean writes = false;
    for (JsonNode selector : trail.path("EventSelectors")) {
      String kind = selector.path("ReadWriteType").asText("All");
      if (selector.path("IncludeManagementEvents").asBoolean(true)
          && keeps(selector.path("ExcludeManagementEventSources"))) {
        reads |= kind.equals("All") || kind.equals("ReadOnly");
        writes |= kind.equals("All") || kind.equals("WriteOnly");
      }
    }
    for (JsonNode selector : trail.path("AdvancedEventSelectors")) {
      AdvancedCheck advanced = new AdvancedCheck(selector);
      if (advanced.isUnderstood() && keeps(advanced.excluded())) {
        reads |= advanced.reads();
        writes |= advanced.writes();
      }
    }
    return (reads || !alsoReads) && writes;
  }

  /** True iff the control is about other sources by name; no event has a source without a name. */
  private boolean keeps(Iterable<JsonNode> sources) {
    String required = terms.required().text();
    for (JsonNode source : sources) {
      if (!source.asText().isEmpty()
          && (!required.contains("eventSource") || required.contains(source.asText()))) {
        return false;
      }
    }
    return true;
  }
}
