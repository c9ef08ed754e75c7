package dev.tocsin.aws;

import java.util.Optional;

/**
 * Which account to read, and how much of it.
 *
 * @param account the account that is judged, twelve digits
 * @param owner the account the credentials belong to; another one iff that one monitors {@code
 *     account}
 * @param region where the evaluation runs; trails are followed to their home Regions from there
 * @param eventRules whether EventBridge rules are wanted
 * @param subscriptionFilters whether is wanted what sends the events of log groups elsewhere
 * @param repair present iff a repair is to be planned
 */
public record SnapshotRequest(
    String account,
    String owner,
    String region,
    boolean eventRules,
    boolean subscriptionFilters,
    Optional<ForRepair> repair) {

  /**
   * What is read beside what is judged: the home Regions of trails that deliver nowhere, and topics
   * that nothing names yet.
   *
   * @param topicArn a topic that new alarms would notify
   */
  public record ForRepair(Optional<String> topicArn) {}

  /** An account that monitors itself, without EventBridge rules. */
  public static SnapshotRequest of(String account, String region) {
    return new SnapshotRequest(account, account, region, false, false, Optional.empty());
  }

  /**
   * The same with the EventBridge rules of the Regions it reads, and of that of the global
   * services.
   */
  public SnapshotRequest withEventRules() {
    return new SnapshotRequest(account, owner, region, true, subscriptionFilters, repair);
  }

  /** The same with the subscription filters of the log groups it reads. */
  public SnapshotRequest withSubscriptionFilters() {
    return new SnapshotRequest(account, owner, region, eventRules, true, repair);
  }

  /** The same with what is named. */
  public SnapshotRequest with(boolean rules, boolean subscriptions) {
    SnapshotRequest withRules = rules ? withEventRules() : this;
    return subscriptions ? withRules.withSubscriptionFilters() : withRules;
  }

  /** The same for an account that another one monitors. */
  public SnapshotRequest monitoredBy(String other) {
    return new SnapshotRequest(account, other, region, eventRules, subscriptionFilters, repair);
  }

  /** The same with what a repair could write to. */
  public SnapshotRequest forRepair(Optional<String> topicArn) {
    return new SnapshotRequest(
        account,
        owner,
        region,
        eventRules,
        subscriptionFilters,
        Optional.of(new ForRepair(topicArn)));
  }
}
