package dev.tocsin.aws;

/**
 * Which account to read, and how much of it.
 *
 * @param account the account that is judged, twelve digits
 * @param owner the account the credentials belong to; another one iff that one monitors {@code
 *     account}
 * @param region where the evaluation runs; trails are followed to their home Regions from there
 * @param eventRules whether EventBridge rules are wanted
 */
public record SnapshotRequest(String account, String owner, String region, boolean eventRules) {

  /** An account that monitors itself, without EventBridge rules. */
  public static SnapshotRequest of(String account, String region) {
    return new SnapshotRequest(account, account, region, false);
  }

  /**
   * The same with the EventBridge rules of the Regions it reads, and of that of the global
   * services.
   */
  public SnapshotRequest withEventRules() {
    return new SnapshotRequest(account, owner, region, true);
  }

  /** The same for an account that another one monitors. */
  public SnapshotRequest monitoredBy(String other) {
    return new SnapshotRequest(account, other, region, eventRules);
  }
}
