package dev.tocsin.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tocsin.chain.verdict.Finding;
import dev.tocsin.chain.verdict.Place;
import dev.tocsin.chain.verdict.Verdict;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** One plan and one template, changed as {@code cases.json} says, and what comes of it. */
class ForesightTest {
  private static final String CONTROL = "root-account-usage";

  @TestFactory
  Stream<DynamicTest> cases() throws Exception {
    JsonNode cases = JsonMapper.builder().build().readTree(Foreseen.text("cases.json"));
    return StreamSupport.stream(cases.spliterator(), false)
        .map(one -> DynamicTest.dynamicTest(one.path("name").asText(), () -> check(one)));
  }

  private static void check(JsonNode one) throws Exception {
    boolean isPlan = one.path("of").asText().equals("plan");
    String text = Foreseen.text(isPlan ? Foreseen.PLAN : Foreseen.TEMPLATE);
    for (JsonNode change : one.path("replace")) {
      assertThat(text).contains(change.get(0).asText());
      text = text.replace(change.get(0).asText(), change.get(1).asText());
    }
    Blueprint blueprint = isPlan ? Foreseen.plan(text) : Foreseen.template(text);
    Verdict verdict = Foreseen.verdict(blueprint, CONTROL, one.path("confirmed").asBoolean());
    String said =
        String.join("\n", verdict.findings().stream().map(Finding::message).toList())
            + String.join("\n", verdict.notes());
    assertThat(verdict.complianceType()).as(said).hasToString(one.path("outcome").asText());
    assertThat(said).contains(one.path("says").asText(""));
    for (Finding finding : verdict.findings()) {
      checkPlace(finding, isPlan, text);
    }
  }

  /** Every finding on a template has the line on which what it names begins. */
  private static void checkPlace(Finding finding, boolean isPlan, String text) {
    if (isPlan) {
      finding
          .place()
          .ifPresent(
              place -> assertThat(place.inFile()).as("a plan knows no file: %s", place).isFalse());
      return;
    }
    Place place = finding.place().orElseThrow(() -> new AssertionError(finding.message()));
    assertThat(place.file()).isEqualTo("stack.yaml");
    assertThat(text.lines().skip(place.line() - 1L).findFirst().orElseThrow().strip())
        .isEqualTo(place.address().replaceFirst("\\..*", "") + ":");
  }

  @Test
  void stacksImportFromEachOther() throws Exception {
    assertThat(Foreseen.verdict(twoStacks(base -> base), CONTROL, true).compliant()).isTrue();
  }

  @Test
  void whatIsExportedOnAConditionThatFailsIsNotImported() throws Exception {
    Blueprint both =
        twoStacks(
            base ->
                base.replace("Conditions:\n", "Conditions:\n  Never: !Equals [a, b]\n")
                    .replace("  TopicArn:\n", "  TopicArn:\n    Condition: Never\n"));
    Verdict verdict = Foreseen.verdict(both, CONTROL, true);
    assertThat(verdict.compliant()).isFalse();
    assertThat(verdict.findings().get(0).problem())
        .contains("whose condition `Never` does not hold");
  }

  /** The alarms in a stack of their own, which imports the topic. */
  private static Blueprint twoStacks(UnaryOperator<String> change) throws Exception {
    String template = Foreseen.text(Foreseen.TEMPLATE);
    int alarm = template.indexOf("  RootAlarm:");
    int outputs = template.indexOf("Outputs:");
    String alarms =
        "Resources:\n"
            + template
                .substring(alarm, outputs)
                .replace("!Ref Topic", "!ImportValue base-topic")
                .replace("!Ref Namespace", "CISBenchmark")
                .replace("!FindInMap [Alarms, Root, Period]", "300");
    String base = template.substring(0, alarm) + template.substring(outputs);
    return Foreseen.templates(
        List.of(
            new Blueprint.Source("base.yaml", change.apply(base)),
            new Blueprint.Source("alarms.yaml", alarms)),
        Map.of("NotificationEmail", "security@example.com"));
  }
}
