package dev.tocsin.chain.policy;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The policies of a role, as IAM evaluates them (IAM user guide, "Policy evaluation for requests
 * within a single account"). What an organization's policies add is not known here.
 */
public final class RolePolicies {

  private RolePolicies() {}

  /**
   * Whether a service may act in the role.
   *
   * @param trust the JSON text of its trust policy
   */
  public static Access trusts(String trust, AccessRequest request) {
    return Ruling.decide(List.of(new Ruling.Text("", trust)), PolicyKind.OF_TRUST, request);
  }

  /**
   * Whether its own policies let a session of it make the call: one of them grants it, none denies
   * it, and the boundary grants it too.
   *
   * @param policies the JSON texts by the names of the policies, in the role and attached to it
   * @param boundary the JSON text of its permissions boundary, empty iff it has none
   */
  public static Access decide(
      Map<String, String> policies, Optional<String> boundary, AccessRequest request) {
    Access granted =
        Ruling.decide(
            policies.entrySet().stream()
                .map(one -> new Ruling.Text(" of policy `" + one.getKey() + "`", one.getValue()))
                .toList(),
            PolicyKind.OF_ROLE,
            request);
    Optional<Access> within =
        boundary.map(
            text ->
                Ruling.decide(
                    List.of(new Ruling.Text(" of its permissions boundary", text)),
                    PolicyKind.OF_ROLE,
                    request));
    if (granted instanceof Access.NotAllowed || within.isEmpty()) {
      return granted;
    }
    Access limit = within.orElseThrow();
    if (limit instanceof Access.NotAllowed refused) {
      return new Access.NotAllowed(
          "its permissions boundary does not grant it: " + refused.reason(), refused.deniedBy());
    }
    return limit instanceof Access.CannotTell ? limit : granted;
  }
}
