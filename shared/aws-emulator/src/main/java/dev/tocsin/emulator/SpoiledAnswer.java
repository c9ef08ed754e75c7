package dev.tocsin.emulator;

import java.util.Map;

/**
 * An answer that the emulator spoils every time.
 *
 * @param service the IAM prefix
 * @param operation the API operation
 * @param where parameters the call must have, by name; empty for every call
 * @param kind the name of a {@link FaultKind}, {@code WITHOUT:} and a member's path, or {@code
 *     INSTEAD:} and a body
 * @param times how many calls are spoiled; -1 for all
 */
public record SpoiledAnswer(
    String service, String operation, Map<String, String> where, String kind, int times) {

  /** Every answer of an operation, spoiled in one way. */
  public static SpoiledAnswer of(String service, String operation, FaultKind kind) {
    return new SpoiledAnswer(service, operation, Map.of(), kind.name(), -1);
  }

  /**
   * Every answer of an operation, without a member.
   *
   * @param path names of members, with dots; lists on the way are gone through
   */
  public static SpoiledAnswer without(String service, String operation, String path) {
    return new SpoiledAnswer(service, operation, Map.of(), "WITHOUT:" + path, -1);
  }

  /** Every answer of an operation, with another body. */
  public static SpoiledAnswer instead(String service, String operation, String body) {
    return new SpoiledAnswer(service, operation, Map.of(), "INSTEAD:" + body, -1);
  }

  /** The same for the first calls only. */
  public SpoiledAnswer times(int calls) {
    return new SpoiledAnswer(service, operation, where, kind, calls);
  }
}
