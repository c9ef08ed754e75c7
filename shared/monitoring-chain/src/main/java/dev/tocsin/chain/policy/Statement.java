package dev.tocsin.chain.policy;

import dev.tocsin.filterpattern.condition.Truth;
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
     * Whether the caller is meant. Everyone ({@code *}) includes services and roles; an account
     * includes its roles and no service.
     */
    Reasoned includes(Caller caller) {
      String reason = "its principal is " + kind + " `" + id + "`";
      if (kind.equals("AWS")) {
        return caller instanceof Caller.Role role
            ? includes(role, reason)
            : Reasoned.of(id.equals("*"), reason);
      }
      if (kind.equals("Service") && caller instanceof Caller.Service service) {
        return id.contains("*")
            ? Reasoned.unknown("service principal `" + id + "`")
            : Reasoned.of(id.equals(service.principal()), reason);
      }
      return Reasoned.no(reason);
    }

    /** A session has a name that is known only when it is opened. */
    private Reasoned includes(Caller.Role role, String reason) {
      String name = role.arn().substring(role.arn().lastIndexOf('/') + 1);
      return id.contains(":assumed-role/" + name + "/")
          ? Reasoned.unknown("session `" + id + "`")
          : Reasoned.of(
              id.equals("*")
                  || id.equals(role.arn())
                  || id.equals(role.account())
                  || id.endsWith("::" + role.account() + ":root"),
              reason);
    }
  }

  /** Whether the statement speaks about the request's principal, action and resource. */
  Reasoned concerns(Variables variables) {
    AccessRequest request = variables.request();
    List<Reasoned> parts = new ArrayList<>();
    parts.add(speaksOf(request.caller()));
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

  /**
   * An exception among the principals spares a session only if it names the session and the account
   * as well (IAM user guide, "NotPrincipal"), so what becomes of a role that it names is open.
   */
  private Reasoned speaksOf(Caller caller) {
    boolean spared =
        caller instanceof Caller.Role
            && principals.except()
            && principals.items().stream().anyMatch(one -> !one.includes(caller).is(Truth.FALSE));
    return spared
        ? Reasoned.unknown("element `NotPrincipal`")
        : principals.contains(
            principal -> principal.includes(caller),
            "its principal does not include `" + caller.name() + "`");
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
