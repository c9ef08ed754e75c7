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

  Reasoned holds(Variables variables) {
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
      return Reasoned.unknown("condition operator `" + operator + "`");
    }
    if (known.isEmpty()) {
      return Reasoned.unknown("condition key `" + key + "`");
    }
    Operator operation = found.orElseThrow();
    List<String> values = known.orElseThrow();
    if (values.isEmpty()) {
      boolean met = all || ifExists || (operation.negative() && !any);
      return Reasoned.of(met, asks() + ", which the request does not carry");
    }
    if (values.size() > 1 && !any && !all) {
      return Reasoned.unknown("`" + operator + "` on the several values of `" + key + "`");
    }
    List<Reasoned> each =
        values.stream().map(value -> compare(operation, value, variables)).toList();
    return any ? Reasoned.any(each, mismatch(values)) : Reasoned.all(each);
  }

  private Reasoned compare(Operator operation, String found, Variables variables) {
    String mismatch = mismatch(List.of(found));
    List<Reasoned> each =
        wanted.stream().map(value -> match(operation, value, found, variables, mismatch)).toList();
    Reasoned matches = Reasoned.any(each, mismatch);
    return operation.negative() ? matches.negated(mismatch) : matches;
  }

  private Reasoned match(
      Operator operation, String value, String found, Variables variables, String mismatch) {
    Optional<String> expanded =
        operation.takesVariables() ? variables.expand(value) : Optional.of(value);
    return expanded
        .flatMap(text -> operation.matches(text, found))
        .map(matches -> Reasoned.of(matches, mismatch))
        .orElseGet(() -> Reasoned.unknown("`" + operator + "` with `" + value + "`"));
  }

  private Reasoned isNull(Optional<List<String>> known) {
    if (known.isEmpty() || wanted.size() != 1) {
      return Reasoned.unknown("condition key `" + key + "`");
    }
    boolean absent = known.orElseThrow().isEmpty();
    return Reasoned.of(
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
