package dev.tocsin.chain.policy;

import java.util.List;

/** The policy attached to a resource, as IAM evaluates it for a call. */
public final class ResourcePolicy {

  private ResourcePolicy() {}

  /**
   * {@code Allowed} iff a statement that is understood allows the request and no statement denies
   * or might deny it; {@code NotAllowed} iff no statement can allow it or one denies it; else
   * {@code CannotTell}. Never throws for a malformed policy.
   *
   * @param policy the document's JSON text
   */
  public static Access decide(String policy, AccessRequest request) {
    return Ruling.decide(List.of(new Ruling.Text("", policy)), PolicyKind.ON_RESOURCE, request);
  }

  /**
   * The same for a caller of the resource's own account whose own policies allow the request: the
   * resource's policy can only deny it (IAM user guide, "Policy evaluation for requests within a
   * single account").
   */
  public static Access decideGranted(String policy, AccessRequest request) {
    return Ruling.decideGranted(
        List.of(new Ruling.Text("", policy)), PolicyKind.ON_RESOURCE, request);
  }
}
