package dev.tocsin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.cli.io.ExitCode;
import dev.tocsin.emulator.AwsEmulator;
import dev.tocsin.emulator.Faults;
import dev.tocsin.emulator.Faults.Fault;
import dev.tocsin.emulator.MonitoredAccount;
import dev.tocsin.emulator.WithEmulator;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An answer that is none is no verdict on the command line: exit code 3, the call, what to do. */
@WithEmulator
class AnswersThatAreNoneTest {
  private static final String REGION = "eu-west-1";

  private AwsEmulator aws;

  @BeforeEach
  void anAccountWithEverything(AwsEmulator emulator) {
    aws = emulator;
    System.setProperty("aws.accessKeyId", "emulator");
    System.setProperty("aws.secretAccessKey", "emulator");
    new MonitoredAccount(emulator, REGION)
        .createTrail()
        .createTopic("alerts")
        .putMetricFilter("root", "{ $.userIdentity.type = \"Root\" }")
        .putMetricAlarm("root", "alerts")
        .addWhatOnlySomeHave("alerts");
  }

  @Test
  void couldNotEvaluateIsSaidWithTheCallAndTheNextStep() {
    assertThat(evaluate().exitCode()).isEqualTo(ExitCode.NOT_GOOD);
    SoftAssertions softly = new SoftAssertions();
    for (Fault fault : Faults.oneIn(67)) {
      aws.spoil(fault.answer());
      Run run = evaluate();
      softly.assertThat(run.exitCode()).as("%s", fault).isEqualTo(ExitCode.COULD_NOT_EVALUATE);
      softly.assertThat(run.out()).as("%s", fault).isEmpty();
      softly
          .assertThat(run.err().lines())
          .as("%s", fault)
          .singleElement()
          .asString()
          .startsWith("tocsin evaluate: `" + fault.call().action() + "` on `")
          .contains("; ")
          .doesNotContain("defect");
      aws.forgetFaults();
    }
    softly.assertAll();
  }

  private Run evaluate() {
    return Run.tocsin(
        "evaluate",
        "--endpoint-url",
        aws.endpoint().toString(),
        "--region",
        REGION,
        "--control",
        "root-account-usage",
        "--accept-event-bridge");
  }
}
