package dev.tocsin.chain.eventbridge;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * A kind of event in which a service says what it makes of other events. The EventBridge events
 * reference lists them, on the pages {@code events-ref-} of {@code securityhub}, {@code guardduty},
 * {@code access-analyzer}, {@code inspector2} (with those of Inspector Classic), {@code macie},
 * {@code config}, {@code trustedadvisor} and {@code health}; read in November 2026.
 *
 * @param source as in the event
 * @param detailType as in the event
 * @param service its name, for messages
 */
record FindingKind(String source, String detailType, String service) {
  private static final List<FindingKind> ALL =
      List.of(
          hub("Security Hub Findings"),
          hub("Security Hub Findings - Imported"),
          hub("Security Hub Findings - Custom Action"),
          hub("Security Hub Insight Results"),
          hub("Security Hub Standard Results"),
          hub("Findings Imported V2"),
          new FindingKind("aws.guardduty", "GuardDuty Finding", "GuardDuty"),
          analyzer("Access Analyzer Finding"),
          analyzer("Internal Access Finding"),
          analyzer("Unused Access Finding for IAM entities"),
          new FindingKind("aws.inspector", "Inspector Finding", "Amazon Inspector"),
          new FindingKind("aws.inspector2", "Inspector2 Finding", "Amazon Inspector"),
          new FindingKind("aws.macie", "Macie Finding", "Amazon Macie"),
          new FindingKind("aws.config", "Config Rules Compliance Change", "AWS Config"),
          new FindingKind(
              "aws.trustedadvisor",
              "Trusted Advisor Check Item Refresh Notification",
              "Trusted Advisor"),
          new FindingKind("aws.health", "AWS Health Event", "AWS Health"),
          new FindingKind("aws.health", "AWS Health Abuse Event", "AWS Health"));

  static List<FindingKind> all() {
    return ALL;
  }

  private static FindingKind hub(String detailType) {
    return new FindingKind("aws.securityhub", detailType, "Security Hub");
  }

  private static FindingKind analyzer(String detailType) {
    return new FindingKind("aws.access-analyzer", detailType, "IAM Access Analyzer");
  }

  /** A call to the service itself, which comes from the same source. */
  FindingKind call() {
    return new FindingKind(source, "AWS API Call via CloudTrail", service);
  }

  /** As much of an event as tells its kind. */
  ObjectNode event() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("source", source)
        .put("detail-type", detailType);
  }
}
