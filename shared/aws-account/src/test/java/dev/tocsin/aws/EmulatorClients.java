package dev.tocsin.aws;

import dev.tocsin.emulator.AwsEmulator;
import dev.tocsin.emulator.MadeUpCredentials;
import java.util.Optional;

/** The product's own clients, pointed at the emulator. */
final class EmulatorClients {
  private EmulatorClients() {}

  static AwsClients of(AwsEmulator emulator, String region) {
    MadeUpCredentials.use();
    return AwsClients.of(Optional.of(emulator.endpoint()), Optional.empty(), Optional.of(region));
  }
}
