package dev.tocsin.report.page;

import dev.tocsin.chain.verdict.UnseenBy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A deployed pattern with the clause that excludes the missed event marked. The engine names the
 * clause as it prints it, so clauses are compared without blanks and quotes. Where it names fields
 * of which no clause holds, each clause on them is marked.
 */
final class PatternText {
  private static final Pattern CLAUSE =
      Pattern.compile("\\$\\.(?:\"(?:[^\"\\\\]|\\\\.)*+\"|%[^%]*%|(?!&&|\\|\\||[(){}\"]).)++");
  // Possessive throughout, so that a long pattern does not use up the stack.
  private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");

  private PatternText() {}

  static Html of(UnseenBy test) {
    String text = test.why().test();
    Set<String> culprits = culprits(test.why().clause());
    List<Html> pieces = new ArrayList<>();
    Matcher clause = CLAUSE.matcher(text);
    int from = 0;
    while (clause.find()) {
      String found = clause.group().stripTrailing();
      if (isOneOf(culprits, found, test.why().specific())) {
        pieces.add(Html.text(text.substring(from, clause.start())));
        pieces.add(Html.of("mark", found));
        from = clause.start() + found.length();
      }
    }
    pieces.add(Html.text(text.substring(from)));
    return Html.of("pre.pattern", Html.of("code", Html.all(pieces)));
  }

  private static boolean isOneOf(Set<String> culprits, String clause, boolean specific) {
    String plain = plain(clause);
    return specific
        ? culprits.contains(plain)
        : culprits.stream().anyMatch(field -> plain.matches(Pattern.quote(field) + "[^\\w.\\[].*"));
  }

  private static Set<String> culprits(String clause) {
    return QUOTED
        .matcher(clause)
        .results()
        .map(one -> plain(one.group(1)))
        .collect(Collectors.toSet());
  }

  private static String plain(String clause) {
    return clause.replaceAll("[\\s\"]", "");
  }
}
