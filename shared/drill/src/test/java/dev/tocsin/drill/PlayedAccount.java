package dev.tocsin.drill;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tocsin.emulator.AwsEmulator;
import dev.tocsin.emulator.EmulatedSnapshot;

/** A snapshot's account as the emulator's own. */
final class PlayedAccount {
  private static final ObjectMapper JSON = new ObjectMapper();

  private PlayedAccount() {}

  /** Builds it, call by call. */
  static void build(AwsEmulator aws, String snapshot) throws JsonProcessingException {
    String own = JSON.readTree(snapshot).path("account").asText();
    EmulatedSnapshot.put(aws, JSON.readTree(snapshot.replace(own, AwsEmulator.ACCOUNT_ID)));
  }
}
