package dev.tocsin.filterpattern.parse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text of another language: an EventBridge event pattern, a query, a record, a template. */
final class OtherLanguage implements Mend {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern OBJECT = Pattern.compile("\\s*\\{\\s*[\"'].*", Pattern.DOTALL);
  private static final Pattern OBJECT_KEY =
      Pattern.compile("\\s*\\{\\s*[\"'][\\w -]+[\"']\\s*:.*", Pattern.DOTALL);
  private static final Pattern YAML_RULE =
      Pattern.compile("\\s*(?:source|detail-type|detail)\\s*:.*", Pattern.DOTALL);
  private static final Pattern RULE_KEY =
      Pattern.compile("[\"'](?:source|detail-type|detail)[\"']\\s*:");
  private static final Pattern SQL =
      Pattern.compile("\\s*select\\b.*\\bfrom\\b.*", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
  private static final Pattern INSIGHTS =
      Pattern.compile(
          "\\s*(?:fields|filter|stats|display|parse|sort|limit|dedup)\\s+[^|]*[@=|(].*",
          Pattern.DOTALL);
  private static final Pattern FILTER =
      Pattern.compile("(?:^|\\|)\\s*filter\\s+(.*?)\\s*(?:(?<!\\|)\\|(?!\\|).*)?$", Pattern.DOTALL);

  private static final Pattern SELECT =
      Pattern.compile("\\s*(?:\\.Records\\[\\]\\s*\\|\\s*)?select\\((.*)\\)\\s*", Pattern.DOTALL);
  private static final Pattern JQ =
      Pattern.compile("\\s*\\(*\\s*\\.[a-z][A-Za-z.]*\\s*(?:==|!=).*", Pattern.DOTALL);
  private static final Pattern OTHER_QUERY =
      Pattern.compile(
          "\\s*(?:\\w+\\s*(?:\\|\\s*where\\b|\\[?\\s*index=)|index=|sourcetype=|search\\s+index"
              + "|(?:\\(*\\s*)(?:event|cloud|aws)\\.[\\w.]+\\s*:|(?:any|process|sequence)\\s+where\\b"
              + "|(?:detection|selection|logsource)\\s*:|@\\w+\\s*:).*",
          Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

  @Override
  public Optional<Mended> of(String text, int offset) {
    if (OBJECT.matcher(text).matches() && OBJECT_KEY.matcher(text).matches()) {
      return json(text);
    }
    if (YAML_RULE.matcher(text).matches()) {
      return Mended.told(EVENTBRIDGE + AS_A_RULE);
    }
    if (SQL.matcher(text).matches()) {
      return Mended.told("this is an SQL query, no filter pattern: " + Fix.CONDITIONS);
    }
    if (INSIGHTS.matcher(text).matches()) {
      return query(text);
    }
    Matcher select = SELECT.matcher(text);
    if (select.matches() || JQ.matcher(text).matches()) {
      String conditions = select.matches() ? select.group(1) : text;
      return Mended.of(
          "this is an expression of jq: " + AS_A_FILTER,
          Slips.corrected(Braces.braced(conditions)));
    }
    if (OTHER_QUERY.matcher(text).matches()) {
      return Mended.told("this is a query of another tool, no filter pattern: " + Fix.CONDITIONS);
    }
    return Optional.empty();
  }

  private static final String EVENTBRIDGE = "this is an EventBridge event pattern";
  private static final String AS_A_FILTER = "write its conditions as a filter pattern";
  private static final String AS_A_RULE = ", which a rule takes, not a metric filter";

  private static Optional<Mended> json(String text) {
    JsonNode object;
    try {
      object = JSON.readTree(text);
    } catch (JsonProcessingException e) {
      return RULE_KEY.matcher(text).find()
          ? Mended.told(EVENTBRIDGE + AS_A_RULE)
          : Mended.told("this is JSON, no filter pattern: " + Fix.CONDITIONS);
    }
    for (String key : new String[] {"filterPattern", "FilterPattern", "pattern"}) {
      if (object.path(key).isTextual()) {
        return Mended.of("give the text of `" + key + "` alone", object.path(key).textValue());
      }
    }
    if (RULE_KEY.matcher(text).find()) {
      return EventPatternTranslation.of(object)
          .map(same -> new Mended(EVENTBRIDGE + AS_A_RULE + ": " + AS_A_FILTER, Optional.of(same)))
          .or(() -> Mended.told(EVENTBRIDGE + AS_A_RULE));
    }
    return object.has("eventName") && object.has("eventSource")
        ? Mended.told("this is a CloudTrail record, no filter pattern: " + Fix.CONDITIONS)
        : Mended.told("this is JSON, no filter pattern: " + Fix.CONDITIONS);
  }

  private static Optional<Mended> query(String text) {
    String said = "this is a Logs Insights query";
    Matcher filter = FILTER.matcher(text);
    if (!filter.find()) {
      return Mended.told(said + ", no filter pattern: " + Fix.CONDITIONS);
    }
    String conditions =
        filter
            .group(1)
            .replaceAll("(?i)\\band\\b", "&&")
            .replaceAll("(?i)\\bor\\b", "||")
            .replaceAll("(?i)\\s+like\\s+/([^/]*)/", " = %$1%")
            .replaceAll("(?i)\\s+like\\s+[\"']([^\"']*)[\"']", " = \"*$1*\"")
            .replaceAll("'([^']*)'", "\"$1\"")
            .replaceAll(
                "(?<![\\w.$\"'-])[A-Za-z][\\w.]*(?=\\s*(?:[=!<>]|(?i:not\\s+)?(?i:in)\\b))",
                "\\$.$0");
    return Mended.of(said + ": " + AS_A_FILTER, Braces.braced(conditions));
  }
}
