package dev.tocsin.chain.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.chain.model.Topic.Subscription;
import dev.tocsin.filterpattern.json.JsonTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
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
  record Protocol(String protocol, Told told, String as, String open, String source) {}

  /**
   * What stands behind web addresses.
   *
   * @param host in which {@code *} stands for any part
   */
  record WebAddress(String host, Told told, String as, String open, String source) {

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
      String service,
      String resource,
      boolean sameAccount,
      String as,
      String open,
      String source) {}

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
    JsonNode json = JsonTree.resource(Recipients.class, "recipients.json");
    return new Recipients(
        each(
            json.path("protocols"),
            one ->
                new Protocol(
                    text(one, "protocol"),
                    told(one),
                    text(one, "as"),
                    one.path("open").asText(""),
                    text(one, "source"))),
        each(
            json.path("webAddresses"),
            one ->
                new WebAddress(
                    text(one, "host"),
                    told(one),
                    text(one, "as"),
                    text(one, "open"),
                    text(one, "source"))),
        each(
            json.path("destinations"),
            one ->
                new Destination(
                    text(one, "service"),
                    text(one, "resource"),
                    one.path("sameAccount").asBoolean(),
                    text(one, "as"),
                    text(one, "open"),
                    text(one, "source"))));
  }

  private static <T> List<T> each(JsonNode list, Function<JsonNode, T> read) {
    List<T> all = new ArrayList<>();
    list.forEach(one -> all.add(read.apply(one)));
    return List.copyOf(all);
  }

  private static Told told(JsonNode one) {
    return Told.valueOf(text(one, "told"));
  }

  private static String text(JsonNode one, String member) {
    return Objects.requireNonNull(one.path(member).textValue(), member);
  }
}
