package dev.tocsin.remediation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.chain.model.BadSnapshot;
import dev.tocsin.chain.model.Snapshot;
import dev.tocsin.chain.model.SnapshotJson;
import dev.tocsin.chain.model.Topic;
import dev.tocsin.chain.policy.Access;
import dev.tocsin.chain.remedy.PlannedCall;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The account and the topic policies of {@code topic-policy-plans.json}: what the plan does. */
class TopicPolicyPlanTest {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final JsonNode FILE = read();
  private static final String REGION = "us-east-1";
  private static final Caller ALARM = Caller.alarm("vpc");
  private static final TopicCalls TOPICS =
      new TopicCalls(
          new Means(
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty()));

  static Stream<JsonNode> cases() {
    return StreamSupport.stream(FILE.path("cases").spliterator(), false);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void thePolicyIsMendedIffThatHelps(JsonNode one) throws Exception {
    Snapshot before = account(one.get("policy"));
    Topic topic = before.in(REGION).orElseThrow().topics().get(0);

    switch (one.path("does").asText()) {
      case "allows" -> {
        Draft draft = TOPICS.working(Draft.of(before), REGION, topic, ALARM, List.of());
        assertThat(draft.calls())
            .extracting(PlannedCall::operation)
            .containsExactly("SetTopicAttributes");
        String policy = draft.calls().get(0).parameters().path("AttributeValue").asText();
        assertThat(ALARM.access(REGION, before.account(), topic.topicArn(), policy))
            .isInstanceOf(Access.Allowed.class);
      }
      case "by-hand" ->
          assertThatThrownBy(
                  () -> TOPICS.working(Draft.of(before), REGION, topic, ALARM, List.of()))
              .isInstanceOf(ByHand.class)
              .hasMessageContaining(one.path("says").asText());
      default ->
          assertThat(TOPICS.working(Draft.of(before), REGION, topic, ALARM, List.of()))
              .isEqualTo(Draft.of(before));
    }
  }

  private static Snapshot account(JsonNode policy) throws BadSnapshot {
    ObjectNode account = FILE.path("account").deepCopy();
    ((ObjectNode) account.at("/regions/us-east-1/Topics/0/Attributes"))
        .put("Policy", policy.isTextual() ? policy.asText() : policy.toString());
    return SnapshotJson.read(account, "account");
  }

  private static JsonNode read() {
    try (InputStream in =
        TopicPolicyPlanTest.class.getResourceAsStream("topic-policy-plans.json")) {
      return MAPPER.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
