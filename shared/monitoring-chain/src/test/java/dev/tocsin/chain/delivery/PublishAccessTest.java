package dev.tocsin.chain.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.chain.policy.Access;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublishAccessTest {
  private static final String TOPIC = "arn:aws:sns:eu-west-1:111122223333:t";

  /** Of an alarm of the topic's account and a rule in its Region. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          "Principal": {"Service": "cloudwatch.amazonaws.com"}                                                        | Allowed    | NotAllowed
          "Principal": {"Service": "events.amazonaws.com"}                                                            | NotAllowed | Allowed
          "Principal": {"Service": ["cloudwatch.amazonaws.com", "events.amazonaws.com"]}                              | Allowed    | Allowed
          "Principal": {"Service": "cloudwatch.amazonaws.com"}, "Condition": {"StringEquals": {"aws:SourceAccount": "111122223333"}} | Allowed | NotAllowed
          "Principal": {"Service": "cloudwatch.amazonaws.com"}, "Condition": {"StringEquals": {"aws:SourceAccount": "999999999999"}} | NotAllowed | NotAllowed
          "Principal": {"Service": "cloudwatch.amazonaws.com"}, "Condition": {"ArnLike": {"aws:SourceArn": "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:a"}} | Allowed | NotAllowed
          "Principal": {"Service": "events.amazonaws.com"}, "Condition": {"ArnLike": {"aws:SourceArn": "arn:aws:events:eu-west-1:*:rule/other"}} | NotAllowed | CannotTell
          """)
  void isWhatTheTopicsPolicySays(String statement, String alarm, String rule) {
    String policy =
        "{\"Statement\": {\"Effect\": \"Allow\", \"Action\": \"sns:Publish\", \"Resource\": \"*\", %s}}"
            .formatted(statement);

    assertThat(kind(PublishAccess.ofAlarm("a", "eu-west-1", "111122223333", TOPIC, policy)))
        .isEqualTo(alarm);
    assertThat(kind(PublishAccess.ofRule("r", "eu-west-1", TOPIC, policy))).isEqualTo(rule);
  }

  private static String kind(Access access) {
    return access.getClass().getSimpleName();
  }
}
