package dev.tocsin.lambda;

import dev.tocsin.aws.AwsClients;
import dev.tocsin.emulator.AwsEmulator;
import java.util.Optional;

/** The product's own clients, pointed at the emulator. */
final class EmulatorClients {
  private EmulatorClients() {}

  static AwsClients of(AwsEmulator emulator) {
    System.setProperty("aws.accessKeyId", "emulator");
    System.setProperty("aws.secretAccessKey", "emulator");
    return AwsClients.of(
        Optional.of(emulator.endpoint()), Optional.empty(), Optional.of(Events.REGION));
  }
}
