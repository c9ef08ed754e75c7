package dev.tocsin.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.chain.verdict.Verdict;
import dev.tocsin.infrastructure.Blueprint.Source;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A stack that another one makes: followed where its template is given, else named. */
class NestedStacksTest {
  private static final String CONTROL = "root-account-usage";
  private static final Source WHOLE =
      new Source("nested/one-stack.yaml", Foreseen.text(Foreseen.TEMPLATE));
  private static final String PARENT =
      """
      Conditions:
        Watched: !Equals ["yes", "%s"]
      Resources:
        Chain:
          Type: AWS::CloudFormation::Stack
          Condition: Watched
          Properties:
            TemplateURL: %s
            Parameters:
              NotificationEmail: !Sub "security@${AWS::URLSuffix}"
      """;

  @Test
  void isFollowedWithTheParametersThatItIsHanded() throws Exception {
    for (String url :
        List.of(
            "./one-stack.yaml", "https://s3.amazonaws.com/templates/one-stack.yaml?versionId=1")) {
      Verdict verdict = verdict(PARENT.formatted("yes", url), WHOLE);
      assertThat(verdict.compliant()).as("%s", verdict.findings()).isTrue();
      assertThat(verdict.notes()).noneMatch(note -> note.contains("is not followed"));
    }
  }

  @Test
  void isNamedWhereItsTemplateIsNotGiven() throws Exception {
    Verdict verdict = verdict(PARENT.formatted("yes", "./one-stack.yaml"));
    assertThat(verdict.compliant()).isFalse();
    assertThat(verdict.findings())
        .allSatisfy(
            finding ->
                assertThat(finding.message())
                    .contains("nested stack `Chain` (parent.yaml:4) is not followed")
                    .contains("with a further `--cloudformation`"));
    Verdict beside =
        Foreseen.verdict(
            Foreseen.templates(
                List.of(WHOLE, new Source("parent.yaml", PARENT.formatted("yes", "./x.yaml"))),
                Map.of("NotificationEmail", "security@example.com")),
            CONTROL,
            true);
    assertThat(beside.compliant()).isTrue();
    assertThat(beside.notes()).anyMatch(note -> note.contains("`Chain` (parent.yaml:4)"));
  }

  @Test
  void whatItsConditionLeavesOutIsNotMade() throws Exception {
    Verdict verdict = verdict(PARENT.formatted("no", "./one-stack.yaml"), WHOLE);
    assertThat(verdict.compliant()).isFalse();
    assertThat(verdict.findings()).noneMatch(finding -> finding.message().contains("nested"));
  }

  @Test
  void itsOutputsAreKnownAroundIt() throws Exception {
    String whole = WHOLE.text();
    int alarm = whole.indexOf("  RootAlarm:");
    int outputs = whole.indexOf("Outputs:");
    Source withoutAlarm =
        new Source("one-stack.yaml", whole.substring(0, alarm) + whole.substring(outputs));
    String parent = PARENT.formatted("yes", "one-stack.yaml") + ALARM;

    assertThat(verdict(parent, withoutAlarm).compliant()).isTrue();
    Verdict wrong = verdict(parent.replace("TopicArn", "NoSuch"), withoutAlarm);
    assertThat(wrong.compliant()).isFalse();
    assertThat(wrong.findings().toString())
        .contains("is output `NoSuch`, which `one-stack.yaml` does not have");
    Verdict unknown = verdict(parent);
    assertThat(unknown.compliant()).isFalse();
  }

  private static final String ALARM =
      """
        RootAlarm:
          Type: AWS::CloudWatch::Alarm
          Properties:
            Namespace: CISBenchmark
            MetricName: RootUsage
            Statistic: Sum
            Period: 300
            EvaluationPeriods: 1
            Threshold: 1
            ComparisonOperator: GreaterThanOrEqualToThreshold
            TreatMissingData: notBreaching
            AlarmActions: [!GetAtt Chain.Outputs.TopicArn]
      """;

  /** Two stacks that hand each other what they hand on end as unknown, not in a loop. */
  @Test
  void aCircleIsUnknown() throws Exception {
    String parent =
        PARENT
            .formatted("yes", "one-stack.yaml")
            .replace("!Sub \"security@${AWS::URLSuffix}\"", "!GetAtt Chain.Outputs.Address");
    Source child =
        new Source(
            "one-stack.yaml", WHOLE.text() + "\n  Address:\n    Value: !Ref NotificationEmail\n");
    Verdict verdict = verdict(parent, child);
    assertThat(verdict.compliant()).isFalse();
    assertThat(verdict.findings().toString()).contains("depends on itself by way of");
  }

  private static Verdict verdict(String parent, Source... others) throws BlueprintProblem {
    List<Source> all =
        Stream.concat(Stream.of(new Source("parent.yaml", parent)), Stream.of(others)).toList();
    return Foreseen.verdict(Foreseen.templates(all, Map.of()), CONTROL, true);
  }
}
