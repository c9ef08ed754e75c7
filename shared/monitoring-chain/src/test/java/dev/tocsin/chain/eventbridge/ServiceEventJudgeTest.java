package dev.tocsin.chain.eventbridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.tocsin.chain.model.SnapshotJson;
import dev.tocsin.chain.verdict.ComplianceType;
import dev.tocsin.chain.verdict.JudgeOptions;
import dev.tocsin.chain.verdict.Verdict;
import dev.tocsin.filterpattern.FilterPattern;
import dev.tocsin.filterpattern.Requirement;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules on events that no trail carries; an exclamation mark stands for one that is disabled. */
class ServiceEventJudgeTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {"source": ["aws.config"]}                                 | COMPLIANT     | r0
          {"source": ["aws.config"], "detail": {"a": ["x"]}} + {"source": ["aws.config"], "detail": {"a": ["y"]}} | COMPLIANT | r0, r1
          {"source": ["aws.config"], "detail": {"a": ["x"]}} + {"source": ["aws.config"]} | COMPLIANT | r1
          {"source": ["aws.config"]}!                                | NON_COMPLIANT | r0
          {"source": ["aws.config"], "detail": {"a": ["x"]}} + {"source": ["aws.config"], "detail": {"a": ["y"]}}! | NON_COMPLIANT | r1
          {"source": ["aws.config"], "detail": {"a": ["x"]}}         | NON_COMPLIANT | default bus in eu-west-1
          {"source": ["aws.other"]}!                                 | NON_COMPLIANT | default bus in eu-west-1
          {"source":                                                 | NON_COMPLIANT | default bus in eu-west-1
          """)
  void rulesThatLeadToSomeoneMustSeeAllTogether(String rules, ComplianceType type, String subjects)
      throws Exception {
    Requirement requirement =
        new Requirement(
            "test",
            FilterPattern.of(
                "{ $.source = \"aws.config\" && ($.detail.a = \"x\" || $.detail.a = \"y\") }"),
            List.of(),
            List.of(),
            List.of());

    Verdict verdict =
        new ServiceEventJudge()
            .judge(
                SnapshotJson.read(account(List.of(rules.split(" \\+ "))), "a test"),
                requirement,
                JudgeOptions.at(Instant.parse("2026-11-27T12:00:00Z")));

    assertThat(verdict.complianceType()).isEqualTo(type);
    if (verdict.compliant()) {
      assertThat(verdict.findings()).isEmpty();
      assertThat(verdict.chain().toString()).contains(subjects.split(", "));
      assertThat(verdict.chain().toString().contains("r0")).isEqualTo(subjects.contains("r0"));
    } else {
      assertThat(verdict.chain()).isEmpty();
      assertThat(verdict.findings().toString()).contains(subjects);
      assertThat(verdict.missedEvent()).isPresent();
    }
  }

  private static String account(List<String> patterns) {
    String rules =
        IntStream.range(0, patterns.size())
            .mapToObj(i -> rule(i, patterns.get(i)))
            .collect(Collectors.joining(", "));
    return """
        {"account": "111122223333", "region": "eu-west-1", "takenAt": "2026-11-27T12:00:00Z", "trails": [], "regions": {"eu-west-1": {
          "Rules": [%s],
          "Topics": [{"TopicArn": "arn:aws:sns:eu-west-1:111122223333:t", "Attributes": {"Policy":
            "{\\"Statement\\":{\\"Effect\\":\\"Allow\\",\\"Principal\\":{\\"Service\\":\\"events.amazonaws.com\\"},\\"Action\\":\\"sns:Publish\\",\\"Resource\\":\\"*\\"}}"},
            "Subscriptions": [{"SubscriptionArn": "arn:aws:sns:eu-west-1:111122223333:t:0a1b", "Protocol": "email", "Endpoint": "a@example.com"}]}]}}}
        """
        .formatted(rules);
  }

  private static String rule(int number, String pattern) {
    boolean isDeaf = pattern.endsWith("!");
    String text =
        new String(JsonStringEncoder.getInstance().quoteAsString(pattern.replace("!", "")));
    return """
        {"Name": "r%d", "State": "%s", "EventPattern": "%s", "Targets": [{"Id": "1", "Arn": "arn:aws:sns:eu-west-1:111122223333:t"}]}
        """
        .formatted(number, isDeaf ? "DISABLED" : "ENABLED", text);
  }
}
