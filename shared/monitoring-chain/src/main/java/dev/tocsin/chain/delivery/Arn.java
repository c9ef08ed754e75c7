package dev.tocsin.chain.delivery;

import java.util.Optional;

/** The parts of an Amazon Resource Name. */
record Arn(String partition, String service, String region, String account, String resource) {

  private static final int PARTS = 6;

  /**
   * Empty iff the text is not of the form {@code arn:partition:service:region:account:resource}.
   */
  static Optional<Arn> parse(String text) {
    String[] parts = text.split(":", PARTS);
    return parts.length == PARTS && parts[0].equals("arn")
        ? Optional.of(new Arn(parts[1], parts[2], parts[3], parts[4], parts[5]))
        : Optional.empty();
  }

  /** The partition a Region belongs to; every service's ARNs there begin with it. */
  static String partitionOf(String region) {
    if (region.startsWith("cn-")) {
      return "aws-cn";
    }
    return region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
  }
}
