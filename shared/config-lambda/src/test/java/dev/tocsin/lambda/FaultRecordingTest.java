package dev.tocsin.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.aws.AwsClients;
import dev.tocsin.emulator.AwsEmulator;
import dev.tocsin.emulator.MadeUpCredentials;
import dev.tocsin.emulator.WithEmulator;
import dev.tocsin.emulator.faults.FaultedAccount;
import dev.tocsin.emulator.faults.Recorder;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Records the accounts that {@link FaultsTest} breaks: what the emulator answers the function. */
@WithEmulator
@EnabledIfSystemProperty(named = "tocsin.refresh", matches = "true")
class FaultRecordingTest {

  @Test
  void accountsAreAsTheyAreSaidToBe(AwsEmulator aws) {
    MadeUpCredentials.use();
    for (FaultedAccount account : FaultedAccount.values()) {
      aws.reset();
      account.build(aws);
      try (Recorder recorder = new Recorder(aws);
          AwsClients clients =
              AwsClients.of(
                  Optional.of(recorder.endpoint()),
                  Optional.empty(),
                  Optional.of(FaultedAccount.REGION))) {
        assertThat(clients.account()).isEqualTo(AwsEmulator.ACCOUNT_ID);
        assertThat(
                new ConfigRuleHandler(clients, Clock.systemUTC(), line -> {})
                    .answer(Events.scheduled(FaultedFunction.ROOT), Events.context()))
            .as("%s", account)
            .isEqualTo(account.isMonitored() ? "COMPLIANT" : "NON_COMPLIANT");
        recorder.recording().keep(account, Path.of(System.getProperty("tocsin.root")));
      }
    }
  }
}
