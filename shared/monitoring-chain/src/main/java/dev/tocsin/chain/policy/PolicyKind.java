package dev.tocsin.chain.policy;

/**
 * Where a policy stands, and so which elements its statements have (IAM user guide, "IAM JSON
 * policy elements"): one that is missing, or there against the grammar, is no policy.
 */
enum PolicyKind {
  /** On a topic or a key. */
  ON_RESOURCE(true, true),
  /** In or at a role: it is about the role, whoever acts in it. */
  OF_ROLE(false, true),
  /** It says who may act in the role that it stands in. */
  OF_TRUST(true, false);

  private final boolean principals;
  private final boolean resources;

  PolicyKind(boolean principals, boolean resources) {
    this.principals = principals;
    this.resources = resources;
  }

  boolean has(String element) {
    return switch (element) {
      case "Principal" -> principals;
      case "Resource" -> resources;
      default -> true;
    };
  }
}
