package dev.tocsin.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.emulator.AwsEmulator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.mockito.Mockito;

/** Events as AWS Config sends them. */
final class Events {
  static final String REGION = "eu-west-1";
  static final String TOKEN = "secret-result-token";
  static final String NOTIFIED = "2026-11-21T05:00:00.373Z";
  static final String FUNCTION_ARN =
      "arn:aws:lambda:eu-west-1:" + AwsEmulator.ACCOUNT_ID + ":function:tocsin";

  private Events() {}

  /** The same, created at that moment. */
  static RuleEvent scheduled(String ruleParameters, Instant created) {
    ObjectNode event = json("ScheduledNotification", ruleParameters);
    String notice = event.path("invokingEvent").textValue();
    return read(event.put("invokingEvent", notice.replace(NOTIFIED, created.toString())));
  }

  /** A periodic notification for a rule with these parameters. */
  static RuleEvent scheduled(String ruleParameters) {
    return event("ScheduledNotification", ruleParameters);
  }

  /** The same with another value of a member, or none. */
  static RuleEvent scheduledWith(String member, String value) {
    return read(json("ScheduledNotification", null).put(member, value));
  }

  /** What an SSM document asks the function for. */
  static RuleEvent planRequest(String control) {
    return read(
        JsonNodeFactory.instance
            .objectNode()
            .put("accountId", AwsEmulator.ACCOUNT_ID)
            .put(
                "invokingEvent",
                "{\"messageType\":\"PlanRequest\",\"notificationEmail\":\"a@example.com\"}")
            .put("ruleParameters", "{\"control\":\"" + control + "\",\"benchmark\":\"\"}"));
  }

  static RuleEvent event(String messageType, String ruleParameters) {
    return read(json(messageType, ruleParameters));
  }

  /** As the function reads what comes over the wire. */
  static RuleEvent read(ObjectNode event) {
    try {
      return RuleEvent.read(
          new ByteArrayInputStream(event.toString().getBytes(StandardCharsets.UTF_8)));
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
  }

  /** As it comes over the wire. */
  static ObjectNode json(String messageType, String ruleParameters) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("version", "1.0")
        .put(
            "invokingEvent",
            """
            {"awsAccountId":"%s","notificationCreationTime":"%s","messageType":"%s","recordVersion":"1.0"}"""
                .formatted(AwsEmulator.ACCOUNT_ID, NOTIFIED, messageType))
        .put("ruleParameters", ruleParameters)
        .put("resultToken", TOKEN)
        .put("eventLeftScope", false)
        .put(
            "configRuleArn",
            "arn:aws:config:eu-west-1:"
                + AwsEmulator.ACCOUNT_ID
                + ":config-rule/config-rule-0123456")
        .put("configRuleName", "any-name-conformance-pack-abc123def")
        .put("accountId", AwsEmulator.ACCOUNT_ID);
  }

  /** What AWS Lambda says of the function. */
  static Context context() {
    return context(300_000);
  }

  /** The same, with so much left of the invocation's time. */
  static Context context(int remainingMillis) {
    Context context = Mockito.mock();
    Mockito.when(context.getInvokedFunctionArn()).thenReturn(FUNCTION_ARN);
    Mockito.when(context.getRemainingTimeInMillis()).thenReturn(remainingMillis);
    return context;
  }
}
