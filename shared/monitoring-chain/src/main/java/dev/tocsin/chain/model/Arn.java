package dev.tocsin.chain.model;

import java.util.List;
import java.util.Optional;

/**
 * An Amazon Resource Name, taken apart: {@code arn:partition:service:region:account:resource}.
 *
 * @param region empty for global services
 * @param account empty where the service leaves it out
 * @param resource all that follows the account, colons included
 */
public record Arn(
    String partition, String service, String region, String account, String resource) {

  /**
   * Takes a text apart; empty iff it is no ARN. Where nothing there and something that is no ARN
   * are to be told apart, ask {@link #isNamed} first.
   *
   * @param text may be null, which is no ARN
   */
  public static Optional<Arn> parse(String text) {
    if (!isNamed(text)) {
      return Optional.empty();
    }
    List<String> parts = List.of(text.split(":", 6));
    if (parts.size() < 6 || !parts.get(0).equals("arn") || parts.get(5).isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Arn(parts.get(1), parts.get(2), parts.get(3), parts.get(4), parts.get(5)));
  }

  /**
   * How it is elsewhere than in a Region, {@code is in `us-east-1`}: of another Region or of
   * another partition; empty iff it is there.
   */
  public Optional<String> elsewhereThan(String wanted) {
    if (!region.equals(wanted)) {
      return Optional.of("is in `" + region + "`");
    }
    return partition.equals(Partition.of(wanted).id())
        ? Optional.empty()
        : Optional.of("is in partition `" + partition + "`");
  }

  /** Whether a text names anything: AWS prints no ARN as an absent member or as an empty text. */
  public static boolean isNamed(String text) {
    return text != null && !text.isBlank();
  }
}
