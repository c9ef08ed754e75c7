package dev.tocsin.chain.model;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.UpperCamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
    subscriptions = Checks.listedOnce("Subscriptions", subscriptions, Subscription::identity);
    denied = Lists.orEmpty(denied);
  }

  /**
   * A subscription.
   *
   * @param subscriptionArn an ARN, {@code PendingConfirmation} or {@code Deleted}
   * @param attributes the answer of {@code get-subscription-attributes}, as far as it is not laid
   *     out in the members below; empty iff it was not read or is laid out
   * @param pendingConfirmation {@code true} iff nobody has confirmed it, whatever its ARN says;
   *     null iff unknown
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
      Map<String, String> attributes,
      String pendingConfirmation,
      String filterPolicy,
      String filterPolicyScope,
      List<String> denied) {

    public Subscription {
      attributes = Lists.orEmpty(attributes);
      pendingConfirmation = either(attributes, "PendingConfirmation", pendingConfirmation);
      filterPolicy = either(attributes, "FilterPolicy", filterPolicy);
      filterPolicyScope = either(attributes, "FilterPolicyScope", filterPolicyScope);
      filterPolicyScope = filterPolicyScope == null ? "MessageAttributes" : filterPolicyScope;
      denied = Lists.orEmpty(denied);
    }

    private static String either(Map<String, String> attributes, String name, String laidOut) {
      String nested = attributes.get(name);
      if (nested != null && laidOut != null && !nested.equals(laidOut)) {
        throw new BadMember(name, "is not what `Attributes` says; keep the one that holds");
      }
      return nested == null ? laidOut : nested;
    }

    /** Whether it waits for the person behind its endpoint to confirm it. */
    @JsonIgnore
    public boolean isPending() {
      return subscriptionArn.equals("PendingConfirmation")
          || "true".equalsIgnoreCase(pendingConfirmation);
    }

    /** Whether nothing says that it is pending, or says something that nobody knows. */
    @JsonIgnore
    public boolean isConfirmed() {
      return !isPending()
          && (pendingConfirmation == null || pendingConfirmation.equalsIgnoreCase("false"));
    }

    /** What tells it from the topic's others: its ARN, which pending ones have none of. */
    Identity identity() {
      return new Identity(
          subscriptionArn, subscriptionArn.startsWith("arn:") ? "" : protocol + " " + endpoint);
    }

    /** Shown by its ARN, since an endpoint can hold a password. */
    record Identity(String arn, String beside) {
      @Override
      public String toString() {
        return arn;
      }
    }

    /** What messages must say to pass; empty iff all pass. */
    public Optional<String> filter() {
      return Optional.ofNullable(filterPolicy);
    }
  }
}
