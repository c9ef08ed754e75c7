package dev.tocsin.chain.language;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A metric filter's {@code fieldSelectionCriteria}: comparisons of {@code @aws.account} and {@code
 * @aws.region} by {@code = != IN NOT IN}, joined by {@code AND} and {@code OR}.
 *
 * <p>For a multi-Region trail it is not documented whether {@code @aws.region} is the event's Region
 * or the log group's, so nothing is assumed of it.
 */
public final class FieldSelection {
  private static final Pattern TOKEN =
      Pattern.compile(
          "\"([^\"]*)\"|'([^']*)'|@aws\\.(?:account|region)|NOT|IN|AND|OR|!=|[=()\\[\\],]",
          Pattern.CASE_INSENSITIVE);

  /** Where an event comes from. */
  private record Origin(String account, String region) {}

  private interface Criteria {
    boolean keep(Origin origin);
  }

  private final Criteria criteria;
  private final Set<String> named;

  private FieldSelection(Criteria criteria, Set<String> named) {
    this.criteria = criteria;
    this.named = named;
  }

  /** Reads criteria; empty iff they are not understood. */
  public static Optional<FieldSelection> parse(String text) {
    Reader reader = new Reader();
    return Tokens.read(TOKEN, text, reader::any)
        .map(criteria -> new FieldSelection(criteria, reader.named));
  }

  /**
   * True iff the criteria keep every event.
   *
   * @param accounts the accounts whose events are judged; an event may come from each of them
   */
  public boolean keepsAll(Set<String> accounts) {
    Set<String> regions = new HashSet<>(named);
    regions.add("any other Region");
    return accounts.stream()
        .allMatch(
            account ->
                regions.stream().allMatch(region -> criteria.keep(new Origin(account, region))));
  }

  private static final class Reader {
    /** All texts that something is compared with. */
    private final Set<String> named = new HashSet<>();

    Criteria any(Tokens tokens) throws NotUnderstood {
      Criteria all = all(tokens);
      while (tokens.takeWord("OR")) {
        Criteria left = all;
        Criteria right = all(tokens);
        all = origin -> left.keep(origin) || right.keep(origin);
      }
      return all;
    }

    private Criteria all(Tokens tokens) throws NotUnderstood {
      Criteria all = comparison(tokens);
      while (tokens.takeWord("AND")) {
        Criteria left = all;
        Criteria right = comparison(tokens);
        all = origin -> left.keep(origin) && right.keep(origin);
      }
      return all;
    }

    private Criteria comparison(Tokens tokens) throws NotUnderstood {
      if (tokens.take("(")) {
        Criteria inner = tokens.nested(this::any);
        tokens.expect(")");
        return inner;
      }
      boolean account = tokens.takeWord("@aws.account");
      if (!account && !tokens.takeWord("@aws.region")) {
        throw new NotUnderstood();
      }
      if (tokens.take("=")) {
        return among(Set.of(text(tokens)), account);
      }
      if (tokens.take("!=")) {
        return not(among(Set.of(text(tokens)), account));
      }
      return tokens.takeWord("NOT")
          ? not(among(list(tokens), account))
          : among(list(tokens), account);
    }

    private static Criteria among(Set<String> values, boolean account) {
      return origin -> values.contains(account ? origin.account() : origin.region());
    }

    private static Criteria not(Criteria criteria) {
      return origin -> !criteria.keep(origin);
    }

    private Set<String> list(Tokens tokens) throws NotUnderstood {
      if (!tokens.takeWord("IN")) {
        throw new NotUnderstood();
      }
      tokens.expect("[");
      Set<String> texts = new HashSet<>();
      do {
        texts.add(text(tokens));
      } while (tokens.take(","));
      tokens.expect("]");
      return texts;
    }

    private String text(Tokens tokens) throws NotUnderstood {
      String text = tokens.text();
      named.add(text);
      return text;
    }
  }
}
