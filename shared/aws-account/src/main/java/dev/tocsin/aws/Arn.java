package dev.tocsin.aws;

import java.util.Optional;

/**
 * An Amazon Resource Name, {@code arn:partition:service:region:account:resource}; Region and
 * account may be empty.
 */
record Arn(String partition, String service, String region, String account, String resource) {

  /** The parts of a text; empty iff it is no ARN. */
  static Optional<Arn> parse(String text) {
    String[] parts = text.split(":", 6);
    return parts.length == 6 && parts[0].equals("arn")
        ? Optional.of(new Arn(parts[1], parts[2], parts[3], parts[4], parts[5]))
        : Optional.empty();
  }
}
