package dev.tocsin.remediation;

import dev.tocsin.chain.delivery.PublishAccess;
import dev.tocsin.chain.policy.Access;

/**
 * An alarm or a rule that is to publish to a topic, made already or about to be.
 *
 * @param service the service that publishes for it
 * @param name its name
 */
record Caller(String service, String name) {
  private static final String CLOUDWATCH = "cloudwatch.amazonaws.com";

  static Caller alarm(String name) {
    return new Caller(CLOUDWATCH, name);
  }

  static Caller rule(String name) {
    return new Caller("events.amazonaws.com", name);
  }

  boolean isAlarm() {
    return service.equals(CLOUDWATCH);
  }

  /** What a topic's policy says to it. */
  Access access(String region, String account, String topicArn, String policy) {
    return isAlarm()
        ? PublishAccess.ofAlarm(name, region, account, topicArn, policy)
        : PublishAccess.ofRule(name, region, topicArn, policy);
  }
}
