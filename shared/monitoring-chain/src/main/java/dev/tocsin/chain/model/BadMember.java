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

  /** The same, said of the member of the object at a path, which is empty for the outermost. */
  BadMember in(String path) {
    return path.isEmpty() ? this : new BadMember(path + "." + member, getMessage());
  }

  String member() {
    return member;
  }
}
