package dev.tocsin.lambda;

import dev.tocsin.aws.AwsClients;
import dev.tocsin.emulator.AwsEmulator;
import dev.tocsin.emulator.MadeUpCredentials;
import java.util.Optional;

/** The product's own clients, pointed at the emulator. */
final class EmulatorClients {
  private EmulatorClients() {}

  static AwsClients of(AwsEmulator emulator) {
    MadeUpCredentials.use();
    return AwsClients.of(
        Optional.of(emulator.endpoint()), Optional.empty(), Optional.of(Events.REGION));
  }
}
