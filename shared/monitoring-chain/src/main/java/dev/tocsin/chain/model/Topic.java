package dev.tocsin.chain.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.UpperCamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import java.util.Map;

/**
 * An SNS topic that an action names and that exists; a topic that does not exist is left out of the
 * snapshot.
 *
 * @param attributes the answer of {@code get-topic-attributes}: {@code Policy}, {@code
 *     KmsMasterKeyId}, {@code FifoTopic} …; empty iff it was not read
 * @param subscriptions those of {@code list-subscriptions-by-topic}
 * @param denied IAM actions that were refused for this topic, for example {@code
 *     sns:ListSubscriptionsByTopic}
 */
@JsonNaming(UpperCamelCaseStrategy.class)
public record Topic(
    @JsonProperty(required = true) String topicArn,
    Map<String, String> attributes,
    List<Subscription> subscriptions,
    List<String> denied) {

  public Topic {
    attributes = Lists.orEmpty(attributes);
    subscriptions = Lists.orEmpty(subscriptions);
    denied = Lists.orEmpty(denied);
  }

  /**
   * A subscription.
   *
   * @param subscriptionArn an ARN, {@code PendingConfirmation} or {@code Deleted}
   * @param filterPolicy JSON text, null iff all messages pass
   * @param filterPolicyScope {@code MessageAttributes} (also when absent) or {@code MessageBody}
   * @param denied IAM actions that were refused, for example {@code sns:GetSubscriptionAttributes}
   */
  @JsonNaming(UpperCamelCaseStrategy.class)
  public record Subscription(
      @JsonProperty(required = true) String subscriptionArn,
      String endpoint,
      String protocol,
      String owner,
      String topicArn,
      String filterPolicy,
      String filterPolicyScope,
      List<String> denied) {

    public Subscription {
      filterPolicyScope = filterPolicyScope == null ? "MessageAttributes" : filterPolicyScope;
      denied = Lists.orEmpty(denied);
    }
  }
}
