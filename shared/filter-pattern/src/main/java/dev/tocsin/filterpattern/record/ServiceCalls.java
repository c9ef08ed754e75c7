package dev.tocsin.filterpattern.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Calls that a service makes, for itself or for somebody: its name stands in several fields. */
public final class ServiceCalls {

  private static final String INTERNAL = "AWS Internal";
  private static final String DOMAIN = ".amazonaws.com";

  /** They act in a browser for somebody, whose address is recorded. */
  private static final List<String> IN_BROWSERS =
      List.of("console" + DOMAIN, "signin" + DOMAIN, "console.ec2" + DOMAIN);

  private ServiceCalls() {}

  /**
   * The record with the service as address, agent and invoker if it is one of them, then, where it
   * is the address or has a name, as address and agent alone; none if none is, if they name
   * several, or if it is a sign-in.
   *
   * <p>Source: CloudTrail user guide, record contents: sourceIPAddress, userAgent, invokedBy; so in
   * the public records of calls by CloudFormation, Auto Scaling and RDS, some of which leave the
   * invoker out.
   */
  public static List<ObjectNode> plausible(ObjectNode record) {
    JsonNode identity = record.path("userIdentity");
    String eventType = record.path("eventType").asText();
    if (!(identity instanceof ObjectNode) || eventType.equals("AwsConsoleSignIn")) {
      return List.of();
    }
    List<String> services =
        List.of(
                identity.path("invokedBy"),
                record.path("sourceIPAddress"),
                record.path("userAgent"))
            .stream()
            .map(JsonNode::asText)
            .filter(ServiceCalls::isService)
            .distinct()
            .toList();
    List<String> named = services.stream().filter(service -> service.endsWith(DOMAIN)).toList();
    List<String> one = named.isEmpty() ? services : named;
    if (one.size() != 1) {
      return List.of();
    }
    ObjectNode called = record.deepCopy();
    called.put("sourceIPAddress", one.get(0));
    called.put("userAgent", one.get(0));
    ObjectNode invoked = called.deepCopy();
    ((ObjectNode) invoked.get("userIdentity")).put("invokedBy", one.get(0));
    boolean isAddress = isService(record.path("sourceIPAddress").asText());
    return isAddress || !named.isEmpty() ? List.of(invoked, called) : List.of(invoked);
  }

  private static boolean isService(String text) {
    return text.equals(INTERNAL) || (text.endsWith(DOMAIN) && !IN_BROWSERS.contains(text));
  }
}
