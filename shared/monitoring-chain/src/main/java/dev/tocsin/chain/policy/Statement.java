package dev.tocsin.chain.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One statement of a policy.
 *
 * @param name its {@code Sid} or position, for messages
 * @param allow false for {@code Deny}
 * @param principals {@code AWS}, {@code Service} … with their values
 * @param conditions all of which have to hold
 */
record Statement(
    String name,
    boolean allow,
    Listed<Principal> principals,
    Listed<String> actions,
    Listed<String> resources,
    List<Clause> conditions) {

  /** A {@code Principal}, {@code Action} or {@code Resource}, or its {@code Not} twin. */
  record Listed<T>(boolean except, List<T> items) {

    Truth contains(Function<T, Truth> matches, String reasonIfNot) {
      Truth listed = Truth.any(items.stream().map(matches).toList(), reasonIfNot);
      return except ? listed.negated(reasonIfNot) : listed;
    }
  }

  /** A principal as listed, for example {@code AWS} and {@code *}. */
  record Principal(String kind, String id) {

    /**
     * Whether a service calling in its own name is meant. Everyone ({@code *}) includes services;
     * an account, user or role never does.
     */
    Truth includes(String service) {
      String reason = "its principal is " + kind + " `" + id + "`";
      if (kind.equals("AWS")) {
        return Truth.of(id.equals("*"), reason);
      }
      if (kind.equals("Service")) {
        return id.contains("*")
            ? Truth.unknown("service principal `" + id + "`")
            : Truth.of(id.equals(service), reason);
      }
      return Truth.no(reason);
    }
  }

  /** Whether the statement speaks about the request's principal, action and resource. */
  Truth concerns(Variables variables) {
    AccessRequest request = variables.request();
    List<Truth> parts = new ArrayList<>();
    parts.add(
        principals.contains(
            principal -> principal.includes(request.service()),
            "its principal does not include `" + request.service() + "`"));
    parts.add(
        actions.contains(
            action -> Truth.of(Wildcards.matchesAction(action, request.action()), ""),
            "its action does not include `" + request.action() + "`"));
    parts.add(
        resources.contains(
            resource -> matchesResource(resource, variables),
            "its resource does not include `" + request.resource() + "`"));
    return Truth.all(parts);
  }

  private static Truth matchesResource(String resource, Variables variables) {
    Optional<String> expanded = variables.expand(resource);
    return expanded
        .map(text -> Truth.of(Wildcards.matches(text, variables.request().resource()), ""))
        .orElseGet(() -> Truth.unknown("resource `" + resource + "`"));
  }

  /** Whether every condition holds for the request. */
  Truth permits(Variables variables) {
    return Truth.all(conditions.stream().map(clause -> clause.holds(variables)).toList());
  }
}
