package dev.tocsin.lambda;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.remediation.Means;
import java.util.Optional;

/**
 * A request of an SSM document for the plan that repairs a control. It has the shape of AWS
 * Config's own event, so that one handler takes both: {@code invokingEvent} is {@code
 * {"messageType": "PlanRequest", …}} with what the repair may work with, {@code ruleParameters}
 * name the control and may name the benchmark, and there is no result token.
 *
 * @param region the Region of the function
 */
record PlanRequest(String account, String region, Means means) {
  private static final String TYPE = "PlanRequest";

  /** Whether an event is one. */
  static boolean isOne(RuleEvent event) {
    return JsonObjects.parse("invokingEvent", event.invokingEvent())
        .path("messageType")
        .asText()
        .equals(TYPE);
  }

  /**
   * The request of an event.
   *
   * @throws BadInvocation if it is about another account than the function's
   */
  static PlanRequest of(RuleEvent event, String functionArn) {
    String account = RuleInvocation.required("accountId", event.accountId());
    String own = RuleInvocation.arnPart(functionArn, "invokedFunctionArn", 4);
    if (!account.equals(own)) {
      throw BadInvocation.of(
          "accountId", "`" + own + "`, the account of this function", "`" + account + "`");
    }
    ObjectNode given = JsonObjects.parse("invokingEvent", event.invokingEvent());
    return new PlanRequest(
        account,
        RuleInvocation.arnPart(functionArn, "invokedFunctionArn", 3),
        new Means(
            text(given, "notificationTopicArn"),
            text(given, "notificationEmail"),
            text(given, "kmsKeyId"),
            text(given, "trailBucket"),
            text(given, "deliveryRole")));
  }

  private static Optional<String> text(ObjectNode given, String member) {
    return Optional.of(given.path(member).asText("")).filter(text -> !text.isBlank());
  }
}
