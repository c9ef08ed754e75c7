package dev.tocsin.chain.delivery;

import dev.tocsin.chain.model.Arn;
import dev.tocsin.chain.policy.Access;
import dev.tocsin.chain.policy.ResourcePolicy;
import java.util.Optional;

/** Whether a topic's policy lets an alarm or a rule of an account publish to it. */
public final class PublishAccess {

  private PublishAccess() {}

  /**
   * What the policy says to CloudWatch on behalf of an alarm.
   *
   * @param policy the policy's JSON text
   * @param region the alarm's Region
   * @param account the alarm's account
   */
  public static Access ofAlarm(
      String alarmName, String region, String account, String topicArn, String policy) {
    return decide(Publisher.alarm(alarmName, region, account), topicArn, policy);
  }

  /** What the policy says to EventBridge on behalf of a rule in that Region. */
  public static Access ofRule(String ruleName, String region, String topicArn, String policy) {
    return decide(Publisher.rule(ruleName, region, Optional.empty()), topicArn, policy);
  }

  private static Access decide(Publisher publisher, String topicArn, String policy) {
    String owner = Arn.parse(topicArn).map(Arn::account).orElse("");
    return ResourcePolicy.decide(policy, publisher.publish(topicArn, owner));
  }
}
