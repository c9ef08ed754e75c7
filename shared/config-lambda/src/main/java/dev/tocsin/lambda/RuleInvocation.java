package dev.tocsin.lambda;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;

/**
 * A periodic invocation by AWS Config.
 *
 * @param account the account of the rule, twelve digits
 * @param region the Region of the rule
 * @param rule the rule's name, for the log only: a conformance pack adds to it
 * @param createdAt when AWS Config gave notice
 * @param resultToken the secret that lets the result be reported
 */
record RuleInvocation(
    String account, String region, String rule, Instant createdAt, String resultToken) {
  private static final String PERIODIC = "ScheduledNotification";

  /**
   * The invocation of an event.
   *
   * @param functionArn the function that was invoked; it reads its own account
   * @throws BadInvocation if the event is not periodic, incomplete, or about another account
   */
  static RuleInvocation of(RuleEvent event, String functionArn) {
    ObjectNode notification = JsonObjects.parse("invokingEvent", event.invokingEvent());
    String type = notification.path("messageType").asText();
    if (!type.equals(PERIODIC)) {
      throw BadInvocation.of(
          "messageType",
          "`" + PERIODIC + "` (give the rule a periodic trigger)",
          type.isEmpty() ? "none" : "`" + type + "`");
    }
    String account = required("accountId", event.accountId());
    String own = arnPart(functionArn, "invokedFunctionArn", 4);
    if (!account.equals(own)) {
      throw BadInvocation.of(
          "accountId", "`" + own + "`, the account of this function", "`" + account + "`");
    }
    return new RuleInvocation(
        account,
        arnPart(event.configRuleArn(), "configRuleArn", 3),
        event.configRuleName(),
        time(notification.path("notificationCreationTime").asText()),
        required("resultToken", event.resultToken()));
  }

  /** The token is left out. */
  @Override
  public String toString() {
    return "RuleInvocation[account=%s, region=%s, rule=%s, createdAt=%s]"
        .formatted(account, region, rule, createdAt);
  }

  static String required(String member, String value) {
    if (value == null || value.isBlank()) {
      throw BadInvocation.of(member, "a value", "none");
    }
    return value;
  }

  static String arnPart(String arn, String member, int index) {
    String[] parts = required(member, arn).split(":", 7);
    if (parts.length < 6 || !parts[0].equals("arn") || parts[index].isEmpty()) {
      throw BadInvocation.of(member, "an ARN", "`" + arn + "`");
    }
    return parts[index];
  }

  private static Instant time(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException noTime) {
      throw BadInvocation.of("notificationCreationTime", "a time in ISO 8601", "`" + text + "`");
    }
  }
}
