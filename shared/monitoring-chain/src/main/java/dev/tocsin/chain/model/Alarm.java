package dev.tocsin.chain.model;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;

/** What the three kinds of CloudWatch alarm have in common. */
public sealed interface Alarm permits MetricAlarm, CompositeAlarm, LogAlarm {

  /** Unique within the account and Region, over all kinds. */
  String alarmName();

  /** The ARN, null iff it was left out of pasted output. */
  String alarmArn();

  /** False iff the alarm changes state without doing anything. */
  Boolean actionsEnabled();

  /** ARNs that are told when the alarm enters ALARM. */
  List<String> alarmActions();

  /** ARNs that are told when the alarm enters OK. */
  List<String> okActions();

  /** ARNs that are told when the alarm enters INSUFFICIENT_DATA. */
  List<String> insufficientDataActions();

  /** {@code OK}, {@code ALARM}, {@code INSUFFICIENT_DATA}, or null if unknown. */
  String stateValue();

  /** Since when it has been in that state, null if unknown. */
  Instant stateTransitionedTimestamp();

  /**
   * What CloudWatch says of evaluating it; null iff it is evaluated as usual. Composite alarms have
   * none.
   */
  default String evaluationState() {
    return null;
  }

  /** The kind, for messages. */
  @JsonIgnore
  String kind();
}
