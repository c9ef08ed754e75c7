package dev.tocsin.chain.policy;

/** Who makes a call. */
public sealed interface Caller {

  /**
   * A service in its own name.
   *
   * @param principal for example {@code cloudwatch.amazonaws.com}
   */
  record Service(String principal) implements Caller {
    @Override
    public String name() {
      return principal;
    }
  }

  /**
   * A session of a role, whatever its name.
   *
   * @param arn the role's, with its path
   * @param account twelve digits
   */
  record Role(String arn, String account) implements Caller {
    @Override
    public String name() {
      return arn;
    }
  }

  /** The principal or the ARN, for messages. */
  String name();
}
