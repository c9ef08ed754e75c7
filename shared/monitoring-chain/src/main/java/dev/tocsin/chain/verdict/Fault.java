package dev.tocsin.chain.verdict;

/**
 * What is wrong with a link, before it is known which thing carries it.
 *
 * @param problem lower case, no final stop
 * @param fix what to do about it, lower case, no final stop
 * @param decided false iff the link may hold, but that cannot be shown
 */
public record Fault(String problem, String fix, boolean decided) {

  /** The link does not hold. */
  public static Fault of(String problem, String fix) {
    return new Fault(problem, fix, true);
  }

  /**
   * The link may hold, but that cannot be shown.
   *
   * @param what would have to hold, and after a colon why that is open
   */
  public static Fault cannotShow(String what, String fix) {
    return new Fault("cannot show that " + what, fix, false);
  }

  /** The fault of this thing. */
  public Finding on(Link link, String subject) {
    return new Finding(link, subject, problem, fix, decided);
  }
}
