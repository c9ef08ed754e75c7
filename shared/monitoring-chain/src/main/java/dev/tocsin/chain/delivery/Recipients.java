package dev.tocsin.chain.delivery;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tocsin.chain.model.Topic.Subscription;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who or what is told, as {@code recipients.json} lists it with its sources: the protocols of
 * subscriptions, the web addresses of services that tell people, and what subscription filters send
 * to.
 */
record Recipients(
    List<Protocol> protocols, List<WebAddress> webAddresses, List<Destination> destinations) {

  /** The list as shipped. */
  static final Recipients LISTED = read();

  /** How near to a person a message comes. */
  enum Told {
    PEOPLE,
    /** A service that people take up to be told by it. */
    SERVICE,
    PROGRAM
  }

  /**
   * What a message reaches.
   *
   * @param as in words, with its article where it is no name
   * @param open what cannot be seen from here, a clause; empty for people
   */
  record Recipient(Told told, String as, String open) {}

  /** What a protocol of SNS reaches. */
  record Protocol(
      @JsonProperty(required = true) String protocol,
      @JsonProperty(required = true) Told told,
      @JsonProperty(required = true) String as,
      String open,
      @JsonProperty(required = true) String source) {}

  /**
   * What stands behind web addresses.
   *
   * @param host in which {@code *} stands for any part
   */
  record WebAddress(
      @JsonProperty(required = true) String host,
      @JsonProperty(required = true) Told told,
      @JsonProperty(required = true) String as,
      @JsonProperty(required = true) String open,
      @JsonProperty(required = true) String source) {

    private boolean names(String one) {
      String regex =
          Stream.of(host.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".+"));
      return one.matches(regex);
    }
  }

  /**
   * What a subscription filter of a log group sends to.
   *
   * @param resource how the ARN's resource begins
   * @param sameAccount whether it has to be the log group's account
   */
  record Destination(
      @JsonProperty(required = true) String service,
      @JsonProperty(required = true) String resource,
      boolean sameAccount,
      @JsonProperty(required = true) String as,
      @JsonProperty(required = true) String open,
      @JsonProperty(required = true) String source) {}

  /** What a subscription reaches; empty iff its protocol is none of SNS. */
  Optional<Recipient> of(Subscription subscription) {
    String protocol = String.valueOf(subscription.protocol());
    Optional<Recipient> named =
        Endpoints.host(subscription).stream()
            .filter(host -> protocol.startsWith("http"))
            .flatMap(host -> webAddresses.stream().filter(one -> one.names(host)))
            .findFirst()
            .map(one -> new Recipient(one.told(), one.as(), one.open()));
    return named.or(
        () ->
            protocols.stream()
                .filter(one -> one.protocol().equals(protocol))
                .findFirst()
                .map(one -> new Recipient(one.told(), one.as(), one.open())));
  }

  private static Recipients read() {
    try (InputStream json = Recipients.class.getResourceAsStream("recipients.json")) {
      return JsonMapper.builder().build().readValue(json, Recipients.class);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
