package dev.tocsin.chain.second;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/** Whether a service's message to a topic reaches somebody. */
final class TopicCheck {
  private static final Set<String> PROTOCOLS =
      Set.of(
          "email",
          "email-json",
          "sms",
          "application",
          "http",
          "https",
          "sqs",
          "lambda",
          "firehose");

  private final JsonNode region;
  private final String arn;
  private final String service;
  private final String source;
  private final String account;

  TopicCheck(JsonNode region, String arn, String service, String source, String account) {
    this.region = region;
    this.arn = arn;
    this.service = service;
    this.source = source;
    this.account = account;
  }

  boolean reaches() {
    for (JsonNode topic : region.path("Topics")) {
      if (topic.path("TopicArn").asText().equals(arn)) {
        JsonNode attributes = topic.path("Attributes");
        return !arn.endsWith(".fifo")
            && !attributes.path("FifoTopic").asText().equalsIgnoreCase("true")
            && attributes.path("TopicArn").asText(arn).equals(arn)
            && !topic.path("Denied").toString().matches(".*(GetTopicAttr|ListSubs).*")
            && policy(attributes.path("Policy")).allows("sns:Publish", arn)
            && isReadable(attributes.path("KmsMasterKeyId").asText(""))
            && isHeard(topic);
      }
    }
    return false;
  }

  /** For a role of its own account, which its policy has only to leave alone; without a key. */
  boolean reachesByRole() {
    for (JsonNode topic : region.path("Topics")) {
      if (topic.path("TopicArn").asText().equals(arn)) {
        JsonNode attributes = topic.path("Attributes");
        return !arn.endsWith(".fifo")
            && arn.split(":", 6)[4].equals(account)
            && !attributes.path("FifoTopic").asText().equalsIgnoreCase("true")
            && attributes.path("TopicArn").asText(arn).equals(arn)
            && attributes.path("KmsMasterKeyId").asText("").isEmpty()
            && topic.path("Denied").isEmpty()
            && attributes.path("Policy").isTextual()
            && !attributes.path("Policy").asText().contains("Deny")
            && isHeard(topic);
      }
    }
    return false;
  }

  private PolicyCheck policy(JsonNode text) {
    return new PolicyCheck(text.asText(), service, source, account);
  }

  /** Whether it asks for nothing, or for the name that the alarm's message has in its body. */
  private boolean isPassed(String policy, JsonNode scope) {
    String name = source.substring(source.lastIndexOf(':') + 1);
    return policy.equals("{}")
        || (scope.asText().equals("MessageBody")
            && source.contains(":alarm:")
            && policy.equals("{\"AlarmName\":[\"" + name + "\"]}"));
  }

  private boolean isHeard(JsonNode topic) {
    for (JsonNode one : topic.path("Subscriptions")) {
      JsonNode attributes = one.path("Attributes");
      boolean confirmed =
          one.path("PendingConfirmation").asText("false").equalsIgnoreCase("false")
              && attributes.path("PendingConfirmation").asText("false").equalsIgnoreCase("false");
      boolean all =
          isPassed(one.path("FilterPolicy").asText("{}"), one.path("FilterPolicyScope"))
              && attributes.path("FilterPolicy").asText("{}").equals("{}")
              && !one.path("Denied").toString().contains("GetSubscriptionAttributes");
      if (confirmed
          && all
          && one.path("SubscriptionArn").asText().startsWith(arn + ":")
          && one.path("TopicArn").asText(arn).equals(arn)
          && PROTOCOLS.contains(one.path("Protocol").asText())) {
        return true;
      }
    }
    return false;
  }

  /** Whether the topic has no key, or one of this Region that the service may use. */
  private boolean isReadable(String key) {
    if (key.isEmpty()) {
      return true;
    }
    JsonNode only = null;
    for (JsonNode one : region.path("Keys")) {
      boolean named =
          one.path("Arn").asText().equals(key)
              || one.path("KeyId").asText().equals(key)
              || one.path("Aliases").toString().contains("\"" + key + "\"");
      if (named && only != null && !only.equals(one)) {
        return false;
      }
      only = named ? one : only;
    }
    return only != null
        && !key.contains("alias/aws/")
        && only.path("Denied").isEmpty()
        && only.path("Arn").asText().endsWith(":key/" + only.path("KeyId").asText())
        && !only.path("KeyManager").asText("").equals("AWS")
        && only.path("KeyState").asText().equals("Enabled")
        && only.path("Arn").asText().split(":", 6)[3].equals(arn.split(":", 6)[3])
        && policy(only.path("Policy")).allows("kms:Decrypt", only.path("Arn").asText())
        && policy(only.path("Policy")).allows("kms:GenerateDataKey", only.path("Arn").asText());
  }
}
