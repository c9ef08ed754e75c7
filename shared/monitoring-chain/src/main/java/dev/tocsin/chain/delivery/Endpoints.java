package dev.tocsin.chain.delivery;

import dev.tocsin.chain.model.Topic.Subscription;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;

/**
 * Names for subscriptions. Chat and incident tools take their key in the path or query of the
 * address, and verdicts are read by many and kept for years, so of a web address only the host is
 * shown.
 */
public final class Endpoints {
  private static final Set<String> WEB = Set.of("http", "https");

  private Endpoints() {}

  /**
   * Protocol and address; for web addresses protocol and host, with the subscription's id to tell
   * them apart. The ARN where there is no address.
   */
  public static String shown(Subscription subscription) {
    String endpoint = subscription.endpoint();
    if (endpoint == null) {
      return subscription.subscriptionArn();
    }
    String protocol = String.valueOf(subscription.protocol());
    if (!WEB.contains(protocol) && !endpoint.contains("://")) {
      return protocol + " " + endpoint;
    }
    String arn = String.valueOf(subscription.subscriptionArn());
    String id = arn.startsWith("arn:") ? " (" + arn.substring(arn.lastIndexOf(':') + 1) + ")" : "";
    return protocol + " " + host(subscription).orElse("address") + id;
  }

  /** The host of its web address; empty iff its address is none. */
  static Optional<String> host(Subscription subscription) {
    try {
      return Optional.ofNullable(subscription.endpoint())
              .filter(endpoint -> endpoint.contains("://"))
              .isPresent()
          ? Optional.ofNullable(new URI(subscription.endpoint()).getHost())
          : Optional.empty();
    } catch (URISyntaxException noUrl) {
      return Optional.empty();
    }
  }
}
