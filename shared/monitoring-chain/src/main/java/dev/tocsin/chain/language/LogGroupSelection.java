package dev.tocsin.chain.language;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The {@code selectionCriteria} of an account's subscription filter policy: {@code LogGroupName NOT
 * IN ["a", "b"]}, the only form there is (CloudWatch Logs API reference, PutAccountPolicy).
 */
public final class LogGroupSelection {
  private static final Pattern TOKEN =
      Pattern.compile("\"([^\"]*)\"|'([^']*)'|LogGroupName(?!\\w)|NOT|IN|[\\[\\],]");

  private final Set<String> leftOut;

  private LogGroupSelection(Set<String> leftOut) {
    this.leftOut = Set.copyOf(leftOut);
  }

  /**
   * Reads criteria; empty iff they are not understood.
   *
   * @param text null or blank selects every log group
   */
  public static Optional<LogGroupSelection> parse(String text) {
    return text == null || text.isBlank()
        ? Optional.of(new LogGroupSelection(Set.of()))
        : Tokens.read(TOKEN, text, LogGroupSelection::read);
  }

  /** Whether the policy is for the group of that name. */
  public boolean selects(String logGroup) {
    return !leftOut.contains(logGroup);
  }

  private static LogGroupSelection read(Tokens tokens) throws NotUnderstood {
    tokens.expect("LogGroupName");
    tokens.expect("NOT");
    tokens.expect("IN");
    tokens.expect("[");
    Set<String> names = new HashSet<>();
    if (!tokens.take("]")) {
      do {
        names.add(tokens.text());
      } while (tokens.take(","));
      tokens.expect("]");
    }
    return new LogGroupSelection(names);
  }
}
