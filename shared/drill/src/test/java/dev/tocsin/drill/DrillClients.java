package dev.tocsin.drill;

import dev.tocsin.aws.AwsClients;
import dev.tocsin.emulator.AwsEmulator;
import java.util.Optional;

/** The product's own clients, pointed at the emulator. */
final class DrillClients {
  private DrillClients() {}

  static AwsClients of(AwsEmulator aws, String region) {
    System.setProperty("aws.accessKeyId", aws.environment(region).get("AWS_ACCESS_KEY_ID"));
    System.setProperty("aws.secretAccessKey", "emulator");
    return AwsClients.of(Optional.of(aws.endpoint()), Optional.empty(), Optional.of(region));
  }
}
