package dev.tocsin.chain.verdict;

/**
 * One broken link.
 *
 * @param link where the chain is broken
 * @param subject the thing: a name, or an ARN where names are not unique; never empty
 * @param problem what is wrong with it, lower case, no final stop; begins with {@code cannot show}
 *     iff it is undecided
 * @param fix what to do, lower case, no final stop
 */
public record Finding(Link link, String subject, String problem, String fix) {

  /** One line: the thing, the problem, the fix. */
  public String message() {
    return link.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ')
        + " `"
        + subject
        + "`: "
        + problem
        + ". Fix: "
        + fix;
  }
}
