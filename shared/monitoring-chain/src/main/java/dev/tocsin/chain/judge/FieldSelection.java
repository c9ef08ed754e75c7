package dev.tocsin.chain.judge;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A metric filter's {@code fieldSelectionCriteria}: comparisons of {@code @aws.account} and {@code
 * @aws.region} by {@code = != IN NOT IN}, joined by {@code AND} and {@code OR}.
 *
 * <p>For a multi-Region trail it is not documented whether {@code @aws.region} is the event's Region
 * or the log group's, so nothing is assumed of it.
 */
final class FieldSelection {
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*(?:(@aws\\.(?:account|region))|\"([^\"]*)\"|'([^']*)'|(NOT\\s+IN|IN|AND|OR|!=|=|[()\\[\\],]))\\s*",
          Pattern.CASE_INSENSITIVE);
  private static final String ACCOUNT = "@aws.account";

  /** A token: a sign or field as written, or a literal, which begins with a double quote. */
  private final List<String> tokens;

  private String account = "";
  private String region = "";
  private int at;

  private FieldSelection(List<String> tokens) {
    this.tokens = tokens;
  }

  /**
   * True iff the criteria keep every event, empty iff they are not understood.
   *
   * @param accounts the accounts whose events are judged; an event may come from each of them
   */
  static Optional<Boolean> keepsAll(String criteria, Set<String> accounts) {
    Optional<List<String>> tokens = tokens(criteria);
    if (tokens.isEmpty()) {
      return Optional.empty();
    }
    FieldSelection selection = new FieldSelection(tokens.get());
    Set<String> regions = new HashSet<>(Set.of("\"any other Region"));
    tokens.get().stream().filter(token -> token.startsWith("\"")).forEach(regions::add);
    boolean all = true;
    for (String account : accounts) {
      for (String region : regions) {
        Boolean kept = selection.keeps("\"" + account, region);
        if (kept == null) {
          return Optional.empty();
        }
        all &= kept;
      }
    }
    return Optional.of(all);
  }

  private static Optional<List<String>> tokens(String text) {
    List<String> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(text);
    int at = 0;
    while (at < text.length() && matcher.find(at) && matcher.start() == at) {
      if (matcher.group(2) != null || matcher.group(3) != null) {
        tokens.add("\"" + (matcher.group(2) == null ? matcher.group(3) : matcher.group(2)));
      } else {
        tokens.add(
            matcher.group().strip().replaceAll("\\s+", " ").toUpperCase(java.util.Locale.ROOT));
      }
      at = matcher.end();
    }
    return at == text.length() && !tokens.isEmpty() ? Optional.of(tokens) : Optional.empty();
  }

  /** Null iff the tokens are no criteria. */
  private Boolean keeps(String fromAccount, String fromRegion) {
    account = fromAccount;
    region = fromRegion;
    at = 0;
    try {
      boolean kept = or();
      return at == tokens.size() ? kept : null;
    } catch (IndexOutOfBoundsException | IllegalStateException e) {
      return null;
    }
  }

  private boolean take(String token) {
    if (at < tokens.size() && tokens.get(at).equals(token)) {
      at++;
      return true;
    }
    return false;
  }

  private boolean or() {
    boolean value = and();
    while (take("OR")) {
      value |= and();
    }
    return value;
  }

  private boolean and() {
    boolean value = comparison();
    while (take("AND")) {
      value &= comparison();
    }
    return value;
  }

  private boolean comparison() {
    if (take("(")) {
      boolean value = or();
      require(take(")"));
      return value;
    }
    String field = tokens.get(at++);
    require(field.startsWith("@"));
    String value = field.equalsIgnoreCase(ACCOUNT) ? account : region;
    String operator = tokens.get(at++);
    return switch (operator) {
      case "=" -> literal().equals(value);
      case "!=" -> !literal().equals(value);
      case "IN" -> literals().contains(value);
      case "NOT IN" -> !literals().contains(value);
      default -> throw new IllegalStateException();
    };
  }

  private String literal() {
    String token = tokens.get(at++);
    require(token.startsWith("\""));
    return token;
  }

  private Set<String> literals() {
    require(take("["));
    Set<String> literals = new HashSet<>();
    do {
      literals.add(literal());
    } while (take(","));
    require(take("]"));
    return literals;
  }

  private static void require(boolean holds) {
    if (!holds) {
      throw new IllegalStateException();
    }
  }
}
