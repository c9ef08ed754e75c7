package dev.tocsin.chain.verdict;

import dev.tocsin.filterpattern.Exclusion;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A piece of a deployed pattern's text.
 *
 * @param start where it begins, in UTF-16 units from 0
 * @param end where what follows it begins
 */
public record PatternSpan(int start, int end) {
  private static final Pattern CLAUSE =
      Pattern.compile("\\$\\.(?:\"(?:[^\"\\\\]|\\\\.)*+\"|%[^%]*%|(?!&&|\\|\\||[(){}\"]).)++");
  // Possessive throughout, so that a long pattern does not use up the stack.
  private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");

  /**
   * The clauses of a text that exclude an event, in their order. The engine names the clause as it
   * prints it, so clauses are compared without blanks and quotes. Where it names fields of which no
   * clause holds, each clause on them is one. Empty iff what excludes the event is no clause, for
   * instance in an event pattern.
   */
  static List<PatternSpan> of(Exclusion why) {
    Set<String> culprits =
        QUOTED
            .matcher(why.clause())
            .results()
            .map(one -> plain(one.group(1)))
            .collect(Collectors.toSet());
    List<PatternSpan> places = new ArrayList<>();
    Matcher clause = CLAUSE.matcher(why.test());
    while (clause.find()) {
      String found = clause.group().stripTrailing();
      if (isOneOf(culprits, plain(found), why.specific())) {
        places.add(new PatternSpan(clause.start(), clause.start() + found.length()));
      }
    }
    return places;
  }

  private static boolean isOneOf(Set<String> culprits, String clause, boolean specific) {
    return specific
        ? culprits.contains(clause)
        : culprits.stream()
            .anyMatch(field -> clause.matches(Pattern.quote(field) + "[^\\w.\\[].*"));
  }

  private static String plain(String clause) {
    return clause.replaceAll("[\\s\"]", "");
  }
}
