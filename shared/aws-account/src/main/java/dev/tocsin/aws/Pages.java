package dev.tocsin.aws;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * A listing that comes in pages. The SDK's own paginators ask for the next page for as long as they
 * are told that there is one; an account that is never read to its end is never judged.
 */
final class Pages {
  /** At 50 or 100 things a page more than any quota of these listings allows. */
  static final int MOST = 1_000;

  private Pages() {}

  /**
   * Every page, in order; an empty page with a token is not the last.
   *
   * @param page asks for a page, by its token, null for the first
   * @param token the next page's, null or empty iff there is none
   * @throws BadAnswer if a token comes again, or there are more than {@link #MOST} pages
   */
  static <T> List<T> all(Function<String, T> page, Function<T, String> token) {
    List<T> pages = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    String next = null;
    do {
      T answer = page.apply(next);
      pages.add(answer);
      next = token.apply(answer);
      if (next != null && !seen.add(next)) {
        throw new BadAnswer("page %d has a token that came before".formatted(pages.size()));
      }
      if (pages.size() == MOST) {
        throw new BadAnswer("there are more than %,d pages".formatted(MOST));
      }
    } while (next != null && !next.isEmpty());
    return pages;
  }
}
