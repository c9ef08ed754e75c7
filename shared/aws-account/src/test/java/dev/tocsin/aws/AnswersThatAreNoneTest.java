package dev.tocsin.aws;

import static dev.tocsin.emulator.AwsEmulator.ACCOUNT_ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.tocsin.emulator.AwsEmulator;
import dev.tocsin.emulator.FaultKind;
import dev.tocsin.emulator.Faults;
import dev.tocsin.emulator.Faults.Fault;
import dev.tocsin.emulator.MonitoredAccount;
import dev.tocsin.emulator.ReadingCall;
import dev.tocsin.emulator.SpoiledAnswer;
import dev.tocsin.emulator.WithEmulator;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every kind of answer that is none, from every call that reads an account: the read fails and
 * names the call and a next step, and nothing is taken for an empty list. Each kind and each call
 * is tried in every build; with {@code -Dtocsin.faults=all} each kind with each call.
 */
@WithEmulator
class AnswersThatAreNoneTest {
  private static final String HOME = "eu-west-1";

  private AwsEmulator aws;
  private AwsClients clients;

  @BeforeEach
  void anAccountWithEverything(AwsEmulator emulator) {
    aws = emulator;
    new MonitoredAccount(emulator, HOME)
        .createTrail()
        .createTopic("alerts")
        .putMetricFilter("root", "{ $.userIdentity.type = Root }")
        .putMetricAlarm("root", "alerts")
        .addWhatOnlySomeHave("alerts");
    clients = EmulatorClients.of(emulator, HOME);
  }

  @AfterEach
  void closeClients() {
    clients.close();
  }

  @Test
  void noAnswerOfAnyKindIsTakenForOne() {
    SoftAssertions softly = new SoftAssertions();
    for (Fault fault : Faults.oneIn(13)) {
      aws.spoil(fault.answer());
      softly
          .assertThat(catchThrowable(this::read))
          .as("%s: %s", fault.call(), fault.kind())
          .isInstanceOf(AccountReadException.class)
          .hasMessageStartingWith("`" + fault.call().action() + "` on `")
          .hasMessageContaining("; ")
          .hasMessageNotContaining("software.amazon");
      aws.forgetFaults();
    }
    softly.assertAll();
  }

  @ParameterizedTest
  @CsvSource({
    "cloudtrail, GetEventSelectors, EventSelectors.ReadWriteType",
    "cloudwatch, DescribeAlarms, MetricAlarms.ActionsEnabled",
    "cloudwatch, ListAlarmMuteRules, AlarmMuteRuleSummaries",
    "cloudwatch, GetAlarmMuteRule, Rule.Schedule.Duration",
    "sns, GetSubscriptionAttributes, SubscriptionArn",
  })
  void absentMemberThatIsAlwaysSentIsNamed(String service, String operation, String path) {
    aws.spoil(SpoiledAnswer.without(service, operation, path));

    assertThatThrownBy(this::read)
        .isInstanceOf(AccountReadException.class)
        .hasMessageStartingWith("`" + service + ":" + operation + "` on `")
        .hasMessageContaining(
            path.substring(path.lastIndexOf('.') + 1) + "`, which AWS always sends");
  }

  @Test
  void answerAboutAnotherThingIsNone() {
    String body =
        """
        <GetTopicAttributesResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/">
        <GetTopicAttributesResult><Attributes>
        <entry><key>TopicArn</key><value>arn:aws:sns:eu-west-1:123456789012:other</value></entry>
        <entry><key>Policy</key><value>{}</value></entry>
        </Attributes></GetTopicAttributesResult></GetTopicAttributesResponse>""";
    aws.spoil(SpoiledAnswer.instead("sns", "GetTopicAttributes", body));

    assertThatThrownBy(this::read)
        .isInstanceOf(AccountReadException.class)
        .hasMessageStartingWith("`sns:GetTopicAttributes` on `")
        .hasMessageContaining("it is about `arn:aws:sns:eu-west-1:123456789012:other`");
  }

  @Test
  void answerThatIsCutOnceIsAskedForAgain() {
    for (ReadingCall call : List.of(ReadingCall.SUBSCRIPTION, ReadingCall.ALARMS)) {
      aws.spoil(SpoiledAnswer.of(call.service(), call.operation(), FaultKind.CUT).times(1));

      read();
    }
  }

  @Test
  void theCallsAreThoseThatTheRoleIsAllowed() {
    List<String> others =
        List.of(
            "sts:AssumeRole",
            "config:DescribeConfigRules",
            "config:PutEvaluations",
            "logs:TestMetricFilter");

    assertThat(Stream.of(ReadingCall.values()).map(ReadingCall::action))
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(
                    Stream.of("sts:GetCallerIdentity"), // needs no permission
                    IamAction.all().stream()
                        .map(IamAction::action)
                        .filter(action -> !others.contains(action)))
                .toList());
  }

  private void read() {
    assertThat(clients.account()).isEqualTo(ACCOUNT_ID);
    new SnapshotReader(clients, Clock.systemUTC())
        .read(SnapshotRequest.of(ACCOUNT_ID, HOME).with(true, true));
  }
}
