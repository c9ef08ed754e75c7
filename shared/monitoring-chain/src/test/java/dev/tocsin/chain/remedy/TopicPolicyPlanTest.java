package dev.tocsin.chain.remedy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.chain.judge.ChainJudge;
import dev.tocsin.chain.model.BadSnapshot;
import dev.tocsin.chain.model.Snapshot;
import dev.tocsin.chain.model.SnapshotJson;
import dev.tocsin.chain.verdict.ComplianceType;
import dev.tocsin.chain.verdict.JudgeOptions;
import dev.tocsin.chain.verdict.Verdict;
import dev.tocsin.filterpattern.FilterPattern;
import dev.tocsin.filterpattern.Requirement;
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
  private static final String EVENTS = "{ $.eventName = CreateVpc }";

  static Stream<JsonNode> cases() {
    return StreamSupport.stream(FILE.path("cases").spliterator(), false);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void thePlanMendsWhatTheJudgeFindsAndNothingElse(JsonNode one) throws Exception {
    Snapshot before = account(Optional.ofNullable(one.get("policy")));
    Verdict verdict = verdict(before);
    assertThat(verdict.compliant())
        .as(verdict.toString())
        .isEqualTo(one.path("does").asText().equals("nothing"));

    RemediationPlan plan =
        new RemediationPlanner()
            .plan(
                before,
                List.of(new Remediable("vpc", "VPC changes", EVENTS, Optional.empty(), verdict)),
                new Notification(Optional.empty(), Optional.empty()));

    switch (one.path("does").asText()) {
      case "allows" -> {
        assertThat(plan.calls())
            .extracting(PlannedCall::operation)
            .containsExactly("SetTopicAttributes");
        JsonNode policy =
            MAPPER.readTree(plan.calls().get(0).parameters().path("AttributeValue").asText());
        assertThat(verdict(account(Optional.of(policy))).complianceType())
            .as("with the planned policy")
            .isEqualTo(ComplianceType.COMPLIANT);
      }
      case "by-hand" -> {
        assertThat(plan.calls()).isEmpty();
        assertThat(plan.byHand()).singleElement().asString().contains(one.path("says").asText());
      }
      default -> {
        assertThat(plan.calls()).isEmpty();
        assertThat(plan.byHand()).isEmpty();
      }
    }
  }

  private static Verdict verdict(Snapshot snapshot) {
    Requirement requirement =
        new Requirement("vpc", FilterPattern.of(EVENTS), List.of(), Optional.empty(), List.of());
    return new ChainJudge().judge(snapshot, requirement, JudgeOptions.at(snapshot.takenAt()));
  }

  /** The account with this policy on its topic: an object, or a text that is none. */
  private static Snapshot account(Optional<JsonNode> policy)
      throws BadSnapshot, JsonProcessingException {
    ObjectNode account = (ObjectNode) MAPPER.readTree(FILE.path("account").toString());
    ObjectNode attributes = (ObjectNode) account.at("/regions/us-east-1/Topics/0/Attributes");
    policy.ifPresent(
        one -> attributes.put("Policy", one.isTextual() ? one.asText() : one.toString()));
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
