package dev.tocsin.chain.policy;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One key of a {@code Condition} block: {@code "ArnLike": {"aws:SourceArn": "…"}}.
 *
 * @param operator as written, with its {@code ForAnyValue:} or {@code IfExists}
 * @param wanted the values of the policy, of which one has to match
 */
record Clause(String operator, String key, List<String> wanted) {

  private static final String ANY = "foranyvalue:";
  private static final String ALL = "forallvalues:";
  private static final String IF_EXISTS = "ifexists";

  Truth holds(Variables variables) {
    String name = operator.toLowerCase(Locale.ROOT);
    boolean any = name.startsWith(ANY);
    boolean all = name.startsWith(ALL);
    name = any ? name.substring(ANY.length()) : all ? name.substring(ALL.length()) : name;
    boolean ifExists = name.endsWith(IF_EXISTS);
    name = ifExists ? name.substring(0, name.length() - IF_EXISTS.length()) : name;

    Optional<List<String>> known = variables.request().values(key);
    if (name.equals("null") && !any && !all && !ifExists) {
      return isNull(known);
    }
    Optional<Operator> found = Operator.named(name);
    if (found.isEmpty()) {
      return Truth.unknown("condition operator `" + operator + "`");
    }
    if (known.isEmpty()) {
      return Truth.unknown("condition key `" + key + "`");
    }
    Operator operation = found.orElseThrow();
    List<String> values = known.orElseThrow();
    if (values.isEmpty()) {
      boolean met = all || ifExists || (operation.negative() && !any);
      return Truth.of(met, asks() + ", which the request does not carry");
    }
    if (values.size() > 1 && !any && !all) {
      return Truth.unknown("`" + operator + "` on the several values of `" + key + "`");
    }
    List<Truth> each = values.stream().map(value -> compare(operation, value, variables)).toList();
    return any ? Truth.any(each, mismatch(values)) : Truth.all(each);
  }

  private Truth compare(Operator operation, String found, Variables variables) {
    String mismatch = mismatch(List.of(found));
    List<Truth> each =
        wanted.stream().map(value -> match(operation, value, found, variables, mismatch)).toList();
    Truth matches = Truth.any(each, mismatch);
    return operation.negative() ? matches.negated(mismatch) : matches;
  }

  private Truth match(
      Operator operation, String value, String found, Variables variables, String mismatch) {
    Optional<String> expanded =
        operation.takesVariables() ? variables.expand(value) : Optional.of(value);
    return expanded
        .flatMap(text -> operation.matches(text, found))
        .map(matches -> Truth.of(matches, mismatch))
        .orElseGet(() -> Truth.unknown("`" + operator + "` with `" + value + "`"));
  }

  private Truth isNull(Optional<List<String>> known) {
    if (known.isEmpty() || wanted.size() != 1) {
      return Truth.unknown("condition key `" + key + "`");
    }
    boolean absent = known.orElseThrow().isEmpty();
    return Truth.of(
        wanted.get(0).equalsIgnoreCase(String.valueOf(absent)),
        asks() + ", found it " + (absent ? "missing" : "present"));
  }

  private String mismatch(List<String> found) {
    return asks() + ", found `" + String.join("`, `", found) + "`";
  }

  private String asks() {
    return "`"
        + operator
        + "` asks `"
        + key
        + "` for "
        + wanted.stream().map(value -> "`" + value + "`").collect(Collectors.joining(" or "));
  }
}
