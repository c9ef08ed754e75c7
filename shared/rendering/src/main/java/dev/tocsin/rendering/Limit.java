package dev.tocsin.rendering;

import java.nio.charset.StandardCharsets;

/** What AWS takes of each thing that is rendered, and the one place where it is held to that. */
enum Limit {
  /** CloudFormation quotas: a template that stands in S3. */
  TEMPLATE_BYTES(1_000_000, "bytes", "move a part of it into a template of its own"),
  /** CloudFormation quotas: resources of a template. */
  TEMPLATE_RESOURCES(500, "resources", "move a part of it into a template of its own"),
  /** CloudFormation quotas: parameters of a template. */
  TEMPLATE_PARAMETERS(200, "parameters", "remove one"),
  /** PutConformancePack, TemplateBody; a larger pack is sent by way of S3. */
  INLINE_PACK_BYTES(51_200, "bytes", "send it from S3"),
  /** PutConformancePack, TemplateS3Uri. */
  PACK_BYTES(300 * 1024, "bytes", "divide the rule set"),
  /** AWS Config quotas: rules of a conformance pack. */
  PACK_RULES(130, "rules", "divide the rule set"),
  /** PutConformancePack, ConformancePackInputParameters. */
  PACK_PARAMETERS(60, "parameters", "remove one"),
  /** Systems Manager quotas: an Automation document, in the longer of the forms it is sent in. */
  DOCUMENT_BYTES(64 * 1024, "bytes as sent", "shorten what is spliced into it"),
  /**
   * Security Hub user guide, "Understanding automation rules in Security Hub CSPM": of each
   * administrator account.
   */
  AUTOMATION_RULES(100, "automation rules", "join two controls of one severity"),
  /** PutRule, Name: 64 characters, of which remediation's {@code tocsin-} takes seven. */
  CONTROL_ID(57, "characters", "choose a shorter id"),
  /** CloudWatch Logs quotas: metric filters of a log group. */
  GROUP_FILTERS(100, "metric filters on one log group", "leave a control out or join two"),
  /** PutRule, EventPattern. */
  EVENT_PATTERN(4096, "characters", "divide the control"),
  /** PutMetricFilter, filterPattern. */
  FILTER_PATTERN(1024, "characters", "divide the control");

  private final int most;
  private final String unit;
  private final String fix;

  Limit(int most, String unit, String fix) {
    this.most = most;
    this.unit = unit;
    this.fix = fix;
  }

  boolean allows(int size) {
    return size <= most;
  }

  /**
   * Holds a thing to the limit.
   *
   * @param name the thing's, for the message
   * @throws RenderingProblem naming the thing, its size and the limit
   */
  void require(String name, int size) {
    if (!allows(size)) {
      throw new RenderingProblem(
          "`%s`: expected at most %,d %s, found %,d. Fix: %s"
              .formatted(name, most, unit, size, fix));
    }
  }

  /** How AWS counts a text. */
  static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
