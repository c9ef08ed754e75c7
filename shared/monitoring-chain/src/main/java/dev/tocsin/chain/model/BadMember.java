package dev.tocsin.chain.model;

/** A member of a record has a value of the right type that no account can have. */
final class BadMember extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String member;

  /**
   * @param member its name in JSON
   * @param problem what is wrong with it, a clause
   */
  BadMember(String member, String problem) {
    super(problem);
    this.member = member;
  }

  String member() {
    return member;
  }
}
