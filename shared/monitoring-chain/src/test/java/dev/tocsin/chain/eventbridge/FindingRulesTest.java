package dev.tocsin.chain.eventbridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.tocsin.chain.model.BadSnapshot;
import dev.tocsin.chain.model.SnapshotJson;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which rules are about findings. */
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
          {"detail-type": ["AWS API Call via CloudTrail", "GuardDuty Finding"]}      | GuardDuty
          {"detail-type": ["AWS API Call via CloudTrail"]}                           |
          {"detail-type": ["Access Preview State Change"]}                           |
          {"detail-type": ["Config Configuration Item Change"]}                      |
          {"source": ["aws.guardduty"]}                                              |
          {"detail-type":                                                            |
          """)
  void ruleIsNamedForTheServiceWhoseFindingsItHearsOf(String pattern, String service)
      throws BadSnapshot {
    List<String> notes = FindingRules.notes(SnapshotJson.read(account(pattern), "a test"));

    assertThat(notes).hasSize(service == null ? 0 : 1);
    assertThat(notes)
        .allSatisfy(
            note -> assertThat(note).startsWith("rule `r` is about findings of " + service + ":"));
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
