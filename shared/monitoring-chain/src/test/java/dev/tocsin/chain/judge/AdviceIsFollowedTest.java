package dev.tocsin.chain.judge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.chain.model.SnapshotJson;
import dev.tocsin.chain.verdict.ComplianceType;
import dev.tocsin.chain.verdict.Evidence;
import dev.tocsin.chain.verdict.Finding;
import dev.tocsin.chain.verdict.Link;
import dev.tocsin.chain.verdict.Verdict;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Every pattern that a fix of a case prints, put into the case's account: then no filter is to
 * blame any more, and no other control of the cases lost its verdict.
 */
class AdviceIsFollowedTest {
  private static final Pattern FIX =
      Pattern.compile("(set its pattern to|create a filter with) `(\\{.*?})`.*");

  /** A pattern that a finding tells to deploy. */
  private record Advice(Finding finding, boolean replaces, String pattern) {}

  @Test
  void printedPatternsMendTheControlAndTakeNothingFromOthers() throws Exception {
    Set<String> tried = new HashSet<>();
    int others = 0;
    for (Case one : CaseFiles.all()) {
      Optional<Advice> advice = advice(one.verdict());
      if (advice.isEmpty()) {
        continue;
      }
      ObjectNode followed = one.account();
      follow(advice.get(), one.verdict(), followed);
      tried.add(advice.get().pattern());
      assertThat(judge(one, one.requirement().name(), followed).findings())
          .as("%s: %s", one, advice.get())
          .noneMatch(finding -> finding.link() == Link.METRIC_FILTER);
      for (String other : controls()) {
        if (advice.get().replaces()
            && !other.equals(one.requirement().name())
            && isCompliant(judge(one, other, one.account()))) {
          others++;
          assertThat(isCompliant(judge(one, other, followed)))
              .as("%s of %s, after: %s", other, one, advice.get())
              .isTrue();
        }
      }
    }
    assertThat(tried).hasSizeGreaterThan(10);
    assertThat(others).isPositive();
  }

  private static boolean isCompliant(Verdict verdict) {
    return verdict.complianceType() == ComplianceType.COMPLIANT;
  }

  private static List<String> controls() {
    List<String> names = new ArrayList<>();
    CaseFiles.read("controls.json").path("controls").fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static Verdict judge(Case one, String control, ObjectNode account) throws Exception {
    return new ChainJudge()
        .judge(SnapshotJson.read(account, one.id()), Controls.requirement(control), one.options());
  }

  private static Optional<Advice> advice(Verdict verdict) {
    for (Finding finding : verdict.findings()) {
      Matcher fix = FIX.matcher(finding.fix());
      if (fix.matches()) {
        return Optional.of(new Advice(finding, fix.group(1).startsWith("set"), fix.group(2)));
      }
    }
    return Optional.empty();
  }

  private static void follow(Advice advice, Verdict verdict, ObjectNode account) {
    Evidence group =
        verdict.chain().stream()
            .filter(link -> link.link() == Link.LOG_GROUP)
            .findFirst()
            .orElseThrow();
    ObjectNode region = (ObjectNode) account.path("regions").path(group.region());
    if (advice.replaces()) {
      for (JsonNode filter : region.path("metricFilters")) {
        if (filter.path("filterName").asText().equals(advice.finding().subject())
            && filter.path("logGroupName").asText().equals(group.subject())) {
          ((ObjectNode) filter).put("filterPattern", advice.pattern());
        }
      }
    } else {
      ObjectNode filter = region.withArray("metricFilters").addObject();
      filter
          .put("filterName", "advised")
          .put("logGroupName", group.subject())
          .put("filterPattern", advice.pattern());
      filter
          .putArray("metricTransformations")
          .addObject()
          .put("metricName", "advised")
          .put("metricNamespace", "advised")
          .put("metricValue", "1");
    }
  }
}
