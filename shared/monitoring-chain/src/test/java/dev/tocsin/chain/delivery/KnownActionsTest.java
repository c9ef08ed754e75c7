package dev.tocsin.chain.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.chain.model.Alarm;
import dev.tocsin.chain.model.MetricAlarm;
import dev.tocsin.chain.model.Snapshot;
import dev.tocsin.chain.model.SnapshotJson;
import dev.tocsin.chain.verdict.ActionKind;
import dev.tocsin.chain.verdict.JudgeOptions;
import dev.tocsin.chain.verdict.Reach;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** That what is known of one alarm's action is never told of another. */
class KnownActionsTest {
  private static final String LAMBDA = "arn:aws:lambda:eu-west-1:111122223333:function:page";

  private Snapshot snapshot;

  /** The standard account, with a second alarm that the topic's policy does not let publish. */
  @BeforeEach
  void account() throws Exception {
    try (InputStream file = KnownActionsTest.class.getResourceAsStream("delivery-cases.json")) {
      JsonNode standard = new ObjectMapper().readTree(file).get("standard");
      ObjectNode region = (ObjectNode) standard.at("/regions/eu-west-1");
      ObjectNode other = region.at("/MetricAlarms/0").deepCopy();
      other.put("AlarmName", "other");
      other.put("AlarmArn", other.get("AlarmArn").asText().replace("root-usage", "other"));
      region.withArray("MetricAlarms").add(other);
      ObjectNode topic = (ObjectNode) region.at("/Topics/0/Attributes");
      String sourceOwner = "{\"StringEquals\":{\"AWS:SourceOwner\":\"111122223333\"}}";
      String onlyRoot =
          "{\"ArnLike\":{\"aws:SourceArn\":\"arn:aws:cloudwatch:*:111122223333:alarm:root-*\"}}";
      String policy = topic.get("Policy").asText().replace(sourceOwner, onlyRoot);
      topic.put(
          "Policy",
          policy.replace("{\"AWS\":\"*\"}", "{\"Service\":\"cloudwatch.amazonaws.com\"}"));
      snapshot = SnapshotJson.read(standard, "case");
    }
  }

  @Test
  void everyAnswerIsThatOfTheJudgeWhateverWasAskedBefore() {
    ActionJudge judge = new Actions();
    KnownActions known = new KnownActions(judge);
    List<MetricAlarm> alarms = snapshot.in("eu-west-1").orElseThrow().metricAlarms();
    String topic = alarms.get(0).alarmActions().get(0);
    List<Boolean> reached = new ArrayList<>();

    for (Alarm alarm : alarms) {
      for (String region : List.of("eu-west-1", "us-east-1")) {
        for (String action : List.of(topic, topic + "2", LAMBDA)) {
          for (JudgeOptions options :
              List.of(options(Set.of()), options(Set.of(ActionKind.LAMBDA)))) {
            Reach answer = known.judge(alarm, region, action, snapshot, options);
            assertThat(answer).isEqualTo(judge.judge(alarm, region, action, snapshot, options));
            reached.add(answer.reaches());
          }
        }
      }
    }

    assertThat(reached).contains(true, false);
  }

  @Test
  void anActionIsJudgedOnce() {
    List<String> judged = new ArrayList<>();
    ActionJudge judge = new Actions();
    KnownActions known =
        new KnownActions(
            (alarm, region, action, account, options) -> {
              judged.add(alarm.alarmName());
              return judge.judge(alarm, region, action, account, options);
            });

    for (int control = 0; control < 3; control++) {
      for (MetricAlarm alarm : snapshot.in("eu-west-1").orElseThrow().metricAlarms()) {
        String action = alarm.alarmActions().get(0);
        known.judge(alarm, "eu-west-1", action, snapshot, options(Set.of()));
      }
    }

    assertThat(judged).containsExactly("root-usage", "other");
  }

  private JudgeOptions options(Set<ActionKind> accepted) {
    return new JudgeOptions(false, accepted, Set.of(), 1, Optional.empty(), snapshot.takenAt());
  }
}
