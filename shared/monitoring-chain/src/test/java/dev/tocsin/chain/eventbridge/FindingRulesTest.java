package dev.tocsin.chain.eventbridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.tocsin.chain.model.BadSnapshot;
import dev.tocsin.chain.model.SnapshotJson;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which rules are about findings; an exclamation mark stands for calls to the same service. */
class FindingRulesTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {"detail-type": ["Security Hub Findings"]}                                 | Security Hub
          {"detail-type": ["Security Hub Findings - Imported"]}                      | Security Hub
          {"detail-type": ["Security Hub Findings - Custom Action"]}                 | Security Hub
          {"detail-type": ["Security Hub Insight Results"]}                          | Security Hub
          {"detail-type": ["Security Hub Standard Results"]}                         | Security Hub
          {"detail-type": ["Findings Imported V2"]}                                  | Security Hub
          {"detail-type": ["GuardDuty Finding"]}                                     | GuardDuty
          {"detail-type": ["Access Analyzer Finding"]}                               | IAM Access Analyzer
          {"detail-type": ["Internal Access Finding"]}                               | IAM Access Analyzer
          {"detail-type": ["Unused Access Finding for IAM entities"]}                | IAM Access Analyzer
          {"detail-type": ["Inspector Finding"]}                                     | Amazon Inspector
          {"detail-type": ["Inspector2 Finding"]}                                    | Amazon Inspector
          {"detail-type": ["Macie Finding"]}                                         | Amazon Macie
          {"detail-type": ["Config Rules Compliance Change"]}                        | AWS Config
          {"detail-type": ["Trusted Advisor Check Item Refresh Notification"]}       | Trusted Advisor
          {"detail-type": ["AWS Health Abuse Event"]}                                | AWS Health
          {"source": ["aws.health"], "detail-type": ["AWS Health Event"]}            | AWS Health
          {"source": ["aws.guardduty"], "detail": {"severity": [7]}, "detail-type": ["GuardDuty Finding"]} | GuardDuty
          {"source": ["aws.guardduty", "aws.macie"], "detail-type": [{"suffix": " Finding"}]} | GuardDuty, Amazon Macie
          {"detail-type": [{"prefix": "Security Hub Findings"}]}                     | Security Hub
          {"detail-type": [{"wildcard": "*Hub*Findings*"}]}                          | Security Hub
          {"detail-type": [{"equals-ignore-case": "guardduty finding"}]}             | GuardDuty
          {"source": [{"prefix": "aws.inspector"}], "detail-type": [{"anything-but": ["AWS API Call via CloudTrail"]}]} | Amazon Inspector
          {"$or": [{"detail-type": ["GuardDuty Finding"]}, {"source": ["aws.macie"], "detail-type": ["Macie Finding"]}]} | GuardDuty, Amazon Macie
          {"source": ["aws.guardduty"]}                                              | GuardDuty!
          {"source": [{"prefix": "aws.guard"}], "detail": {"severity": [8]}}         | GuardDuty!
          {"source": [{"wildcard": "aws.security*"}]}                                | Security Hub!
          {"source": ["aws.config"]}                                                 | AWS Config!
          {"detail-type": ["AWS API Call via CloudTrail", "GuardDuty Finding"]}      |
          {"source": ["aws.iam", "aws.guardduty"]}                                   |
          {"source": [{"anything-but": ["aws.guardduty"]}]}                          |
          {"source": [{"prefix": "aws."}]}                                           |
          {"source": [{"prefix": ""}]}                                               |
          {"account": ["111122223333"]}                                              |
          {"$or": [{"source": ["aws.guardduty"]}, {"account": ["111122223333"]}]}    |
          {"source": ["aws.iam"], "detail-type": ["GuardDuty Finding"]}              |
          {"source": ["aws.cloudtrail"]}                                             |
          {"detail-type": ["AWS API Call via CloudTrail"]}                           |
          {"detail-type": ["Access Preview State Change"]}                           |
          {"detail-type": ["Config Configuration Item Change"]}                      |
          {"detail-type": "GuardDuty Finding"}                                       |
          {"detail-type":                                                            |
          """)
  void ruleIsNamedForTheServiceWhoseFindingsItHearsOf(String pattern, String service)
      throws BadSnapshot {
    List<String> notes = FindingRules.notes(SnapshotJson.read(account(pattern), "a test"));

    boolean withCalls = service != null && service.endsWith("!");
    String name = service == null ? "" : service.replace("!", "");
    String calls = withCalls ? "but those to " + name : "itself";
    assertThat(notes).hasSize(service == null ? 0 : 1);
    assertThat(notes)
        .allSatisfy(
            note ->
                assertThat(note)
                    .startsWith(
                        "rule `r` is about findings of %s: it hears of no call %s,"
                            .formatted(name, calls)));
  }

  private static String account(String pattern) {
    String text = new String(JsonStringEncoder.getInstance().quoteAsString(pattern));
    return """
        {"account": "111122223333", "region": "eu-west-1", "takenAt": "2026-11-27T12:00:00Z", "trails": [], "regions": {"eu-west-1":
          {"Rules": [{"Name": "r", "State": "ENABLED", "EventPattern": "%s"}]}}}
        """
        .formatted(text);
  }
}
