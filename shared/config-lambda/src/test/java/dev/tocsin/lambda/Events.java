package dev.tocsin.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.ConfigEvent;
import dev.tocsin.emulator.AwsEmulator;
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
  static ConfigEvent scheduled(String ruleParameters, Instant created) {
    ConfigEvent event = scheduled(ruleParameters);
    return event.withInvokingEvent(event.getInvokingEvent().replace(NOTIFIED, created.toString()));
  }

  /** A periodic notification for a rule with these parameters. */
  static ConfigEvent scheduled(String ruleParameters) {
    return event("ScheduledNotification", ruleParameters);
  }

  /** What an SSM document asks the function for. */
  static ConfigEvent planRequest(String control) {
    return new ConfigEvent()
        .withAccountId(AwsEmulator.ACCOUNT_ID)
        .withInvokingEvent(
            "{\"messageType\":\"PlanRequest\",\"notificationEmail\":\"a@example.com\"}")
        .withRuleParameters("{\"control\":\"" + control + "\",\"benchmark\":\"\"}");
  }

  static ConfigEvent event(String messageType, String ruleParameters) {
    return new ConfigEvent()
        .withVersion("1.0")
        .withInvokingEvent(
            """
            {"awsAccountId":"%s","notificationCreationTime":"%s","messageType":"%s","recordVersion":"1.0"}"""
                .formatted(AwsEmulator.ACCOUNT_ID, NOTIFIED, messageType))
        .withRuleParameters(ruleParameters)
        .withResultToken(TOKEN)
        .withEventLeftScope(false)
        .withConfigRuleArn(
            "arn:aws:config:eu-west-1:"
                + AwsEmulator.ACCOUNT_ID
                + ":config-rule/config-rule-0123456")
        .withConfigRuleName("any-name-conformance-pack-abc123def")
        .withAccountId(AwsEmulator.ACCOUNT_ID);
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
