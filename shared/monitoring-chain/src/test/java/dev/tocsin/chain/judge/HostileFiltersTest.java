package dev.tocsin.chain.judge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.chain.model.SnapshotJson;
import dev.tocsin.chain.verdict.ComplianceType;
import dev.tocsin.chain.verdict.JudgeOptions;
import dev.tocsin.chain.verdict.Verdict;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Filters that are hard to decide together, all with alarms that reach someone, and all before the
 * right one by their names.
 */
class HostileFiltersTest {
  private static final int FILTERS = 60;

  private static Verdict withTheRightOne;
  private static Verdict alone;

  @BeforeAll
  static void judge() throws Exception {
    withTheRightOne = verdict(Controls.pattern("trail"));
    alone = verdict("{ $.eventName = CreateVpc }");
  }

  @Test
  void theRightFilterIsFoundAmongThem() {
    assertThat(withTheRightOne.complianceType()).isEqualTo(ComplianceType.COMPLIANT);
    assertThat(withTheRightOne.chain()).anyMatch(link -> link.subject().equals("watch"));
  }

  @Test
  void withoutItNobodyIsToldAndTheFixIsTheRightFilter() {
    assertThat(alone.complianceType()).isEqualTo(ComplianceType.NON_COMPLIANT);
    assertThat(alone.findings().get(0).message())
        .contains("create a filter")
        .contains("DeleteTrail");
    assertThat(alone.unseenBy()).hasSizeLessThanOrEqualTo(FILTERS);
  }

  private static Verdict verdict(String pattern) throws Exception {
    ObjectNode account = CaseFiles.base();
    ObjectNode region = (ObjectNode) account.at("/regions/eu-west-1");
    ArrayNode filters = region.withArray("metricFilters");
    ArrayNode alarms = region.withArray("MetricAlarms");
    for (int i = 0; i < FILTERS; i++) {
      ObjectNode filter = filters.get(0).deepCopy();
      filter.put("filterName", "a" + i).put("filterPattern", hostile(i));
      ((ObjectNode) filter.at("/metricTransformations/0")).put("metricName", "A" + i);
      filters.add(filter);
      alarms.add(
          ((ObjectNode) alarms.get(0).deepCopy())
              .put("AlarmName", "a" + i)
              .put("AlarmArn", "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:a" + i)
              .put("MetricName", "A" + i));
    }
    ((ObjectNode) filters.get(0)).put("filterPattern", pattern);
    return new ChainJudge()
        .judge(
            SnapshotJson.read(account, "account"),
            Controls.requirement("trail"),
            JudgeOptions.at(Instant.parse("2026-11-20T12:00:00Z")));
  }

  /** Each is decided by itself; whether so many expressions leave an agent's name is too much. */
  private static String hostile(int number) {
    return ("{ $.eventSource = cloudtrail.amazonaws.com && ($.eventName = %%%s[a-z]{%d}%s%%"
            + " || $.userAgent != %%%s.*%s%%) }")
        .formatted(two(number), number + 1, two(number + 3), two(number), two(number + 1));
  }

  private static String two(int number) {
    return "" + (char) ('a' + number % 26) + (char) ('a' + number / 26 % 26);
  }
}
