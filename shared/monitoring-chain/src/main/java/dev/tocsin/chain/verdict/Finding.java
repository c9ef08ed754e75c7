package dev.tocsin.chain.verdict;

import java.util.Locale;
import java.util.Optional;

/**
 * One broken link.
 *
 * @param link where the chain is broken
 * @param subject the thing: a name, or an ARN where names are not unique; never empty
 * @param problem what is wrong with it, lower case, no final stop
 * @param fix what to do, lower case, no final stop
 * @param decided false iff the link may hold, but that cannot be shown; made by {@link
 *     Fault#cannotShow}, which words it
 * @param place where what is to be mended is written down; empty iff the account was read from AWS,
 *     or nothing of it is written down
 */
public record Finding(
    Link link, String subject, String problem, String fix, boolean decided, Optional<Place> place) {

  /** On an account that is there. */
  public Finding(Link link, String subject, String problem, String fix, boolean decided) {
    this(link, subject, problem, fix, decided, Optional.empty());
  }

  /** The same, to be mended there. */
  public Finding at(Optional<Place> written) {
    return new Finding(link, subject, problem, fix, decided, written);
  }

  /** One line: the thing, the problem, the fix. */
  public String message() {
    String kind = link.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return "%s `%s`: %s. Fix: %s".formatted(kind, subject, problem, fix);
  }
}
