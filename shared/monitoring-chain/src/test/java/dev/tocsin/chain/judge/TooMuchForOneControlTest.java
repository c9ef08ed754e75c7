package dev.tocsin.chain.judge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.chain.model.Snapshot;
import dev.tocsin.chain.model.SnapshotJson;
import dev.tocsin.chain.verdict.ComplianceType;
import dev.tocsin.chain.verdict.JudgeOptions;
import dev.tocsin.chain.verdict.Verdict;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * An account with the right filters of several controls, but for security groups forty that only
 * look right: whether one of them leaves a caller out is more than may be spent on finding out.
 */
class TooMuchForOneControlTest {
  private static final int HARD = 20;
  private static final List<String> OTHERS = List.of("trail", "nacl", "org", "route");

  @Test
  void onlyTheControlThatIsTooMuchCannotBeShownAndSaysWhy() throws Exception {
    Snapshot plain = SnapshotJson.read(account(0), "plain");
    Snapshot hard = SnapshotJson.read(account(HARD), "hard");
    ChainJudge judge = new ChainJudge();

    Verdict open = verdict(judge, hard, "sg");
    assertThat(open.complianceType()).isEqualTo(ComplianceType.NON_COMPLIANT);
    assertThat(open.findings()).noneMatch(finding -> finding.decided());
    assertThat(open.findings().toString())
        .contains("cannot be decided: the large regular expression `$.userAgent != ");
    for (String control : OTHERS) {
      Verdict undisturbed = verdict(judge, hard, control);
      assertThat(undisturbed).as(control).isEqualTo(verdict(judge, plain, control));
      assertThat(undisturbed.compliant()).as(control).isTrue();
    }
  }

  private static Verdict verdict(ChainJudge judge, Snapshot account, String control) {
    return judge.judge(
        account,
        Controls.requirement(control),
        JudgeOptions.at(Instant.parse("2026-11-20T12:00:00Z")));
  }

  /** Without a right filter for security groups. */
  private static ObjectNode account(int hard) {
    ObjectNode account = (ObjectNode) CaseFiles.read("whole-account.json");
    ObjectNode region = (ObjectNode) account.at("/regions/eu-west-1");
    ArrayNode filters = region.withArray("metricFilters");
    for (int at = filters.size() - 1; at >= 0; at--) {
      if (filters.get(at).path("filterName").asText().startsWith("sg-")) {
        add(hard, (ObjectNode) filters.remove(at), region);
      }
    }
    return account;
  }

  private static void add(int many, ObjectNode right, ObjectNode region) {
    JsonNode metric = right.at("/metricTransformations/0/metricName");
    ArrayNode alarms = region.withArray("MetricAlarms");
    JsonNode alarm =
        alarms.findParents("MetricName").stream()
            .filter(one -> one.path("MetricName").equals(metric))
            .findFirst()
            .orElseThrow();
    for (int i = 0; i < many; i++) {
      String name = right.path("filterName").asText() + i;
      ObjectNode filter = right.deepCopy();
      filter.put("filterName", name).put("filterPattern", hard(i));
      ((ObjectNode) filter.at("/metricTransformations/0")).put("metricName", name);
      region.withArray("metricFilters").add(filter);
      String arn = alarm.path("AlarmArn").asText();
      alarms.add(
          ((ObjectNode) alarm.deepCopy())
              .put("AlarmName", name)
              .put("AlarmArn", arn.substring(0, arn.lastIndexOf(':') + 1) + name)
              .put("MetricName", name));
    }
  }

  /** Nothing is of both forms, which takes thousands of states to see. */
  private static String hard(int number) {
    return ("{ ($.eventSource = ec2.amazonaws.com) && ($.eventName = *SecurityGroup*)"
            + " && (($.userAgent NOT EXISTS) || ($.userAgent != %%^%1$s[ab]*a[ab]{16}$%%)"
            + " || ($.userAgent != %%^%1$s[ab]*b[ab]{16}$%%)) }")
        .formatted("x" + number);
  }
}
