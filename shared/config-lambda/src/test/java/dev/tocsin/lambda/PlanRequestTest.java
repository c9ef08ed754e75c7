package dev.tocsin.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.tocsin.emulator.AwsEmulator;
import org.junit.jupiter.api.Test;

/** What tells a plan request from AWS Config's own event, and whom it may be about. */
class PlanRequestTest {
  private static final String ASKED =
      "{\"messageType\":\"PlanRequest\",\"notificationTopicArn\":\"\",\"notificationEmail\":\"a@example.com\",\"trailBucket\":\"b\"}";

  @Test
  void theMessageTypeTells() {
    assertThat(PlanRequest.isOne(request(AwsEmulator.ACCOUNT_ID))).isTrue();
    assertThat(PlanRequest.isOne(Events.scheduled("{}"))).isFalse();
    assertThat(PlanRequest.isOne(Events.read(JsonNodeFactory.instance.objectNode()))).isFalse();
  }

  @Test
  void anEmptyTextIsNothingGiven() {
    PlanRequest request = PlanRequest.of(request(AwsEmulator.ACCOUNT_ID), Events.FUNCTION_ARN);
    assertThat(request.region()).isEqualTo(Events.REGION);
    assertThat(request.means().topicArn()).isEmpty();
    assertThat(request.means().email()).contains("a@example.com");
    assertThat(request.means().trailBucket()).contains("b");
  }

  @Test
  void anotherAccountIsRefused() {
    assertThatThrownBy(() -> PlanRequest.of(request("210987654321"), Events.FUNCTION_ARN))
        .isInstanceOf(BadInvocation.class)
        .hasMessageContaining("the account of this function");
  }

  private static RuleEvent request(String account) {
    return Events.read(
        JsonNodeFactory.instance
            .objectNode()
            .put("accountId", account)
            .put("invokingEvent", ASKED));
  }
}
