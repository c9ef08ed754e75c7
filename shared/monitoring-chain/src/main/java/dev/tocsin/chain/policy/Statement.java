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

    Reasoned contains(Function<T, Reasoned> matches, String reasonIfNot) {
      Reasoned listed = Reasoned.any(items.stream().map(matches).toList(), reasonIfNot);
      return except ? listed.negated(reasonIfNot) : listed;
    }
  }

  /** A principal as listed, for example {@code AWS} and {@code *}. */
  record Principal(String kind, String id) {

    /**
     * Whether a service calling in its own name is meant. Everyone ({@code *}) includes services;
     * an account, user or role never does.
     */
    Reasoned includes(String service) {
      String reason = "its principal is " + kind + " `" + id + "`";
      if (kind.equals("AWS")) {
        return Reasoned.of(id.equals("*"), reason);
      }
      if (kind.equals("Service")) {
        return id.contains("*")
            ? Reasoned.unknown("service principal `" + id + "`")
            : Reasoned.of(id.equals(service), reason);
      }
      return Reasoned.no(reason);
    }
  }

  /** Whether the statement speaks about the request's principal, action and resource. */
  Reasoned concerns(Variables variables) {
    AccessRequest request = variables.request();
    List<Reasoned> parts = new ArrayList<>();
    parts.add(
        principals.contains(
            principal -> principal.includes(request.service()),
            "its principal does not include `" + request.service() + "`"));
    parts.add(
        actions.contains(
            action -> Reasoned.of(Wildcards.matchesAction(action, request.action()), ""),
            "its action does not include `" + request.action() + "`"));
    parts.add(
        resources.contains(
            resource -> matchesResource(resource, variables),
            "its resource does not include `" + request.resource() + "`"));
    return Reasoned.all(parts);
  }

  private static Reasoned matchesResource(String resource, Variables variables) {
    Optional<String> expanded = variables.expand(resource);
    return expanded
        .map(text -> Reasoned.of(Wildcards.matches(text, variables.request().resource()), ""))
        .orElseGet(() -> Reasoned.unknown("resource `" + resource + "`"));
  }

  /** Whether every condition holds for the request. */
  Reasoned permits(Variables variables) {
    return Reasoned.all(conditions.stream().map(clause -> clause.holds(variables)).toList());
  }
}
