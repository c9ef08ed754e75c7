package dev.tocsin.cli.pattern;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.catalog.EventRuleState;
import dev.tocsin.cli.io.InputProblem;
import dev.tocsin.cli.io.JsonLines;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What is deployed, by members of a line: filters and EventBridge rules. */
final class DeployedMembers {

  private static final String EVENT_PATTERN = "eventPattern";
  private static final String EVENT_STATE = "eventState";

  private DeployedMembers() {}

  /**
   * What the line says is deployed.
   *
   * @param filters the member with the filter patterns, which may be absent beside a rule
   * @throws InputProblem if it says nothing, or what is none
   */
  static Deployed read(JsonLines.Line line, String filters) {
    return new Deployed(patterns(line, filters), rules(line), state(line));
  }

  /**
   * As {@link #read}, where rules have no state.
   *
   * @throws InputProblem also if the line gives one, since it would count for nothing
   */
  static Deployed readStateless(JsonLines.Line line, String filters) {
    if (line.json().has(EVENT_STATE)) {
      throw new InputProblem(
          "line "
              + line.number()
              + ": expected no `"
              + EVENT_STATE
              + "`, since `covers` compares patterns only. Fix: ask `check` of a control");
    }
    return Deployed.onEveryRecord(patterns(line, filters), rules(line));
  }

  private static List<String> patterns(JsonLines.Line line, String filters) {
    boolean onlyRules = line.json().has(EVENT_PATTERN) && !line.json().has(filters);
    return onlyRules ? List.of() : Patterns.texts(line, filters);
  }

  /** A pattern is a text, or the object itself; never a file, as lines may come from anywhere. */
  private static List<String> rules(JsonLines.Line line) {
    JsonNode value = line.json().path(EVENT_PATTERN);
    if (value.isMissingNode()) {
      return List.of();
    }
    if (!value.isArray()) {
      return List.of(rule(line, value, "an event pattern or an array of event patterns"));
    }
    List<String> rules = new ArrayList<>();
    for (JsonNode element : value) {
      rules.add(rule(line, element, "event patterns only"));
    }
    return rules;
  }

  private static String rule(JsonLines.Line line, JsonNode value, String expected) {
    if (!value.isTextual() && !value.isObject()) {
      throw Patterns.expected(line, EVENT_PATTERN, expected, value);
    }
    return value.isTextual() ? value.textValue() : value.toString();
  }

  private static EventRuleState state(JsonLines.Line line) {
    JsonNode value = line.json().path(EVENT_STATE);
    if (value.isMissingNode()) {
      return EventRuleState.ENABLED;
    }
    List<EventRuleState> all = Arrays.asList(EventRuleState.values());
    return all.stream()
        .filter(state -> value.isTextual() && state.toString().equals(value.textValue()))
        .findFirst()
        .orElseThrow(
            () ->
                Patterns.expected(
                    line,
                    EVENT_STATE,
                    String.join(" or ", all.stream().map(state -> "`" + state + "`").toList()),
                    value));
  }
}
