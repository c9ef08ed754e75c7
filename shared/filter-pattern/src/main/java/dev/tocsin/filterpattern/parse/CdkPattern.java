package dev.tocsin.filterpattern.parse;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A call of the CDK's {@code FilterPattern}, in place of the pattern that it makes. */
final class CdkPattern implements Mend {
  private static final Pattern CALL =
      Pattern.compile(
          "\\s*(?:new\\s+)?(?:\\w+\\.)*FilterPattern\\s*\\.\\s*(\\w+)\\s*\\((.*)\\)\\s*[,;]?\\s*",
          Pattern.DOTALL);
  private static final String CLASS = "(?:\\w+\\.)*FilterPattern\\s*\\.\\s*";
  private static final String FIELD = "\\(\\s*[\"'`](\\$[^\"'`]*)[\"'`]\\s*";
  private static final String OPERATOR = ",\\s*[\"'`]([=!<>]+)[\"'`]\\s*";
  private static final String[][] CONDITIONS = {
    {
      "string_?[vV]alue" + FIELD + OPERATOR + ",\\s*[\"'`]([^\"'`]*)[\"'`]\\s*\\)", "($1 $2 \"$3\")"
    },
    {"number_?[vV]alue" + FIELD + OPERATOR + ",\\s*([\\w.+-]+)\\s*\\)", "($1 $2 $3)"},
    {"boolean_?[vV]alue" + FIELD + ",\\s*([Tt]rue|[Ff]alse)\\s*\\)", "($1 IS $2)"},
    {"not_?[eE]xists" + FIELD + "\\)", "($1 NOT EXISTS)"},
    {"exists" + FIELD + "\\)", "($1 = *)"},
    {"is_?[nN]ull" + FIELD + "\\)", "($1 IS NULL)"},
  };
  private static final Pattern JOINED =
      Pattern.compile(
          CLASS + "(any|all)\\(\\s*((?:\\([^()]*(?:\\([^()]*\\)[^()]*)*\\)[\\s,]*)+)\\)");

  @Override
  public Optional<Mended> of(String text, int offset) {
    Matcher call = CALL.matcher(text);
    if (!call.matches()) {
      return Optional.empty();
    }
    if (call.group(1).equals("literal")) {
      return Mended.of("keep the argument of `literal` only", call.group(2));
    }
    String conditions = text.strip().replaceFirst("[,;]$", "");
    for (String[] condition : CONDITIONS) {
      conditions = conditions.replaceAll(CLASS + condition[0], condition[1]);
    }
    for (Matcher joined = JOINED.matcher(conditions); joined.find(); ) {
      String operator = joined.group(1).equals("any") ? ") || (" : ") && (";
      String parts = joined.group(2).strip().replaceAll("\\)\\s*,\\s*\\(", operator);
      conditions =
          conditions.substring(0, joined.start())
              + "("
              + parts.replaceFirst(",$", "")
              + ")"
              + conditions.substring(joined.end());
      joined = JOINED.matcher(conditions);
    }
    return conditions.contains("FilterPattern")
        ? Mended.told("give the text that the call makes, as `cdk synth` prints it")
        : Mended.of("write the pattern that the call makes", "{ " + conditions + " }");
  }
}
