package dev.tocsin.filterpattern;

/**
 * Why a deployed test does not match an event.
 *
 * @param test the text of the test, as deployed
 * @param clause what of it does not hold, in words, for example {@code `$.eventName = StopLogging`
 *     fails}; two events that the same clause excludes have the same words here
 * @param found what the event has instead, in words; empty if the clause says it all
 * @param specific whether one clause is to blame; false if none of several alternatives holds
 */
public record Exclusion(String test, String clause, String found, boolean specific) {

  /** Of a test that is not told apart into clauses. */
  public static Exclusion whole(String test) {
    return new Exclusion(test, "`" + test + "` does not match", "", true);
  }

  /** Both in one line, for example {@code `$.a = x` fails, `$.a` is missing}. */
  public String inWords() {
    return found.isEmpty() ? clause : clause + ", " + found;
  }
}
