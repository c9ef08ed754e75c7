package dev.tocsin.chain;

import dev.tocsin.architecture.ArchitectureRules;
import java.util.Set;

final class ArchitectureTest extends ArchitectureRules {

  ArchitectureTest() {
    super("dev.tocsin.chain");
  }

  /** What other modules ask, and the types of what they get or give. */
  @Override
  protected Set<String> face() {
    return Set.of(
        "Annotation",
        "BadSnapshot",
        "ChainJudge",
        "Expectation",
        "Distance",
        "EnabledRule",
        "Endpoints",
        "Feed",
        "FullText",
        "Members",
        "OwnNames",
        "PatternSpan",
        "Place",
        "Plan",
        "PlanJson",
        "PlannedCall",
        "PublishAccess",
        "Read",
        "ServiceEventJudge",
        "SnapshotJson",
        "WarmUpConfiguration",
        "Words");
  }

  /** Names of the AWS APIs, of their fields and values. */
  @Override
  protected Set<String> wordsOfOthers() {
    return Set.of(
        "Action",
        "AdvancedFieldSelector",
        "AlarmActions",
        "ArnEquals",
        "ArnLike",
        "AtLeastOptions",
        "Attributes",
        "Deleted",
        "Denied",
        "Deny",
        "Describe",
        "Disabled",
        "Enabled",
        "EvaluationState",
        "ExtensionPeriod",
        "FifoTopic",
        "Get",
        "IfExists",
        "KmsMasterKeyId",
        "Maximum",
        "MessageAttributes",
        "MessageBody",
        "Metrics",
        "None",
        "Null",
        "PendingConfirmation",
        "PendingDeletion",
        "PutCompositeAlarm",
        "PutEvaluations",
        "PutMetricAlarm",
        "PutMetricFilter",
        "ReadOnly",
        "Resource",
        "Service",
        "Sid",
        "Status",
        "Sum",
        "WaitPeriod",
        "WriteOnly");
  }
}
