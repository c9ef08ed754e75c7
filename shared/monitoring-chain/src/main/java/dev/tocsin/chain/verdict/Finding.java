package dev.tocsin.chain.verdict;

import java.util.Locale;

/**
 * One broken link.
 *
 * @param link where the chain is broken
 * @param subject the thing: a name, or an ARN where names are not unique; never empty
 * @param problem what is wrong with it, lower case, no final stop
 * @param fix what to do, lower case, no final stop
 * @param decided false iff the link may hold, but that cannot be shown; made by {@link
 *     Fault#cannotShow}, which words it
 */
public record Finding(Link link, String subject, String problem, String fix, boolean decided) {

  /** One line: the thing, the problem, the fix. */
  public String message() {
    String kind = link.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return "%s `%s`: %s. Fix: %s".formatted(kind, subject, problem, fix);
  }
}
