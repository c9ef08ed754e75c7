package dev.tocsin.lambda;

import static dev.tocsin.lambda.Events.FUNCTION_ARN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class RuleInvocationTest {

  @Test
  void periodicEventIsRead() {
    RuleInvocation invocation = RuleInvocation.of(Events.scheduled(null), FUNCTION_ARN);

    assertThat(invocation.account()).isEqualTo("123456789012");
    assertThat(invocation.region()).isEqualTo("eu-west-1");
    assertThat(invocation.createdAt()).isEqualTo(Instant.parse(Events.NOTIFIED));
    assertThat(invocation.resultToken()).isEqualTo(Events.TOKEN);
  }

  @Test
  void printedInvocationHoldsNoToken() {
    assertThat(RuleInvocation.of(Events.scheduled(null), FUNCTION_ARN).toString())
        .contains("123456789012")
        .doesNotContain(Events.TOKEN);
  }

  @Test
  void eventThatIsNotPeriodicIsRefused() {
    RuleEvent change = Events.event("ConfigurationItemChangeNotification", null);

    assertRefused(
        change,
        FUNCTION_ARN,
        "`messageType`",
        "`ScheduledNotification`",
        "`ConfigurationItemChangeNotification`");
  }

  @Test
  void ruleOfAnotherAccountIsRefusedBecauseThisOneWouldBeRead() {
    assertRefused(
        Events.scheduled(null),
        "arn:aws:lambda:eu-west-1:111122223333:function:tocsin",
        "`accountId`",
        "`111122223333`, the account of this function",
        "`123456789012`");
  }

  @Test
  void incompleteEventsAreRefused() {
    assertRefused(Events.scheduledWith("resultToken", null), FUNCTION_ARN, "`resultToken`");
    assertRefused(Events.scheduledWith("accountId", ""), FUNCTION_ARN, "`accountId`");
    assertRefused(Events.scheduledWith("configRuleArn", "rule"), FUNCTION_ARN, "`configRuleArn`");
    assertRefused(Events.scheduledWith("invokingEvent", null), FUNCTION_ARN, "`messageType`");
    assertRefused(Events.scheduledWith("invokingEvent", "no"), FUNCTION_ARN, "`invokingEvent`");
    assertRefused(
        Events.scheduledWith("invokingEvent", "{\"messageType\":\"ScheduledNotification\"}"),
        FUNCTION_ARN,
        "`notificationCreationTime`");
  }

  private static void assertRefused(RuleEvent event, String functionArn, String... parts) {
    assertThatThrownBy(() -> RuleInvocation.of(event, functionArn))
        .isInstanceOf(BadInvocation.class)
        .satisfies(refused -> assertThat(refused.getMessage()).contains(parts));
  }
}
