package dev.tocsin.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.catalog.Benchmark;
import dev.tocsin.catalog.Control;
import dev.tocsin.catalog.ControlCatalog;
import dev.tocsin.chain.verdict.ActionKind;
import dev.tocsin.filterpattern.FilterPattern;
import dev.tocsin.filterpattern.ParseProblem;
import dev.tocsin.filterpattern.Parsed;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a rule asks of the account.
 *
 * @param control what must be watched
 * @param benchmark whose wording of it holds
 * @param exempt events that need not alarm
 * @param acceptEventBridge whether EventBridge rules count beside alarms
 * @param acceptedActions alarm actions that count besides SNS topics
 * @param maxEventsToAlarm how many matching events may be needed to raise the alarm
 * @param monitoringAccount the account that watches this one
 * @param confirmOnAws whether AWS is asked to confirm a missed event
 */
record RuleParameters(
    Control control,
    Benchmark benchmark,
    Optional<FilterPattern> exempt,
    boolean acceptEventBridge,
    Set<ActionKind> acceptedActions,
    int maxEventsToAlarm,
    Optional<String> monitoringAccount,
    boolean confirmOnAws) {
  private static final List<String> KEYS =
      List.of(
          "control",
          "benchmark",
          "exempt",
          "acceptEventBridge",
          "acceptedActions",
          "maxEventsToAlarm",
          "monitoringAccount",
          "confirmOnAws");
  private static final Pattern ACCOUNT = Pattern.compile("\\d{12}");
  private static final Pattern COUNT = Pattern.compile("[1-9]\\d{0,5}");

  /**
   * The parameters of a rule. Values are text; AWS Config keeps no types. A blank value is an
   * absent one, because a template cannot leave a parameter out.
   *
   * @param text the event's {@code ruleParameters}, may be null
   * @throws BadInvocation that names the key and the values it accepts
   */
  static RuleParameters parse(String text, ControlCatalog catalog) {
    Map<String, String> values = values(JsonObjects.parse("ruleParameters", text));
    return new RuleParameters(
        control(values.get("control"), catalog),
        benchmark(values.get("benchmark")),
        exempt(values.get("exempt")),
        truth("acceptEventBridge", values.get("acceptEventBridge"), false),
        acceptedActions(values.get("acceptedActions")),
        maxEventsToAlarm(values.get("maxEventsToAlarm")),
        monitoringAccount(values.get("monitoringAccount")),
        truth("confirmOnAws", values.get("confirmOnAws"), true));
  }

  private static Map<String, String> values(ObjectNode parameters) {
    Map<String, String> values = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> parameter : parameters.properties()) {
      String key = parameter.getKey();
      if (!KEYS.contains(key)) {
        throw BadInvocation.of(
            "ruleParameters", "keys of " + quoted(KEYS.stream()), "`" + key + "`");
      }
      if (parameter.getValue().isContainerNode()) {
        throw bad(key, "text", parameter.getValue().toString());
      }
      String value = parameter.getValue().asText().strip();
      if (!value.isEmpty() && !parameter.getValue().isNull()) {
        values.put(key, value);
      }
    }
    return values;
  }

  private static Control control(String value, ControlCatalog catalog) {
    String expected = "one of " + quoted(catalog.ids().stream());
    if (value == null) {
      throw BadInvocation.of("control", expected, "none");
    }
    return catalog.find(value).orElseThrow(() -> bad("control", expected, value));
  }

  private static Benchmark benchmark(String value) {
    if (value == null) {
      return Benchmark.DEFAULT;
    }
    String expected = "one of " + quoted(Arrays.stream(Benchmark.values()).map(Benchmark::id));
    return Benchmark.of(value).orElseThrow(() -> bad("benchmark", expected, value));
  }

  private static Optional<FilterPattern> exempt(String value) {
    if (value == null) {
      return Optional.empty();
    }
    Parsed parsed = FilterPattern.parse(value);
    if (parsed instanceof ParseProblem problem) {
      throw new BadInvocation("`exempt`: `" + value + "` " + problem.message());
    }
    return Optional.of((FilterPattern) parsed);
  }

  private static boolean truth(String key, String value, boolean otherwise) {
    if (value == null) {
      return otherwise;
    }
    if (!value.equalsIgnoreCase("true") && !value.equalsIgnoreCase("false")) {
      throw bad(key, "`true` or `false`", value);
    }
    return Boolean.parseBoolean(value);
  }

  private static Set<ActionKind> acceptedActions(String value) {
    Set<ActionKind> kinds = EnumSet.noneOf(ActionKind.class);
    if (value != null) {
      String expected =
          "a comma-separated list of "
              + quoted(Arrays.stream(ActionKind.values()).map(ActionKind::parameterValue));
      for (String name : value.split(",", -1)) {
        kinds.add(
            ActionKind.of(name.strip()).orElseThrow(() -> bad("acceptedActions", expected, value)));
      }
    }
    return Set.copyOf(kinds);
  }

  private static int maxEventsToAlarm(String value) {
    if (value == null) {
      return 1;
    }
    if (!COUNT.matcher(value).matches()) {
      throw bad("maxEventsToAlarm", "a number from 1 to 999999", value);
    }
    return Integer.parseInt(value);
  }

  private static Optional<String> monitoringAccount(String value) {
    if (value != null && !ACCOUNT.matcher(value).matches()) {
      throw bad("monitoringAccount", "the twelve digits of an account", value);
    }
    return Optional.ofNullable(value);
  }

  private static BadInvocation bad(String key, String expected, String found) {
    return BadInvocation.of(key, expected, "`" + found + "`");
  }

  private static String quoted(Stream<String> names) {
    return names.map(name -> "`" + name + "`").collect(Collectors.joining(", "));
  }
}
