package dev.tocsin.evaluation;

import dev.tocsin.catalog.Benchmark;
import dev.tocsin.chain.verdict.ActionKind;
import dev.tocsin.chain.verdict.WatcherKind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The parameters of a rule: the one table of their names, the values they take, their defaults and
 * what they are for. The function, the command line and the documents read it.
 */
public enum Parameter {
  CONTROL("control", "ID", "the id of a control", "", "What must be watched."),
  BENCHMARK(
      "benchmark",
      "NAME",
      "one of " + quoted(Arrays.stream(Benchmark.values()).map(Benchmark::id)),
      Benchmark.DEFAULT.id(),
      "Whose wording of the control holds."),
  EXEMPT(
      "exempt",
      "TEXT",
      "a filter pattern, or a JSON list of exemptions `[{\"name\", \"pattern\", \"reason\", \"until\", \"controls\"}]`",
      "",
      "Events that need not raise an alarm."),
  ACCEPT_EVENT_BRIDGE(
      "acceptEventBridge",
      "BOOLEAN",
      "`true` or `false`",
      "false",
      "Whether EventBridge rules that notify a person count beside alarms."),
  ACCEPTED_ACTIONS(
      "acceptedActions",
      "KINDS",
      "a comma-separated list of "
          + quoted(Arrays.stream(ActionKind.values()).map(ActionKind::parameterValue)),
      "",
      "Alarm actions that count beside SNS topics."),
  ACCEPTED_WATCHERS(
      "acceptedWatchers",
      "KINDS",
      "a comma-separated list of "
          + quoted(Arrays.stream(WatcherKind.values()).map(WatcherKind::parameterValue)),
      "",
      "What counts beside metric filters and alarms: a log group's subscription filters, which feed a SIEM."),
  MAX_EVENTS_TO_ALARM(
      "maxEventsToAlarm",
      "N",
      "a number from 1 to " + Parameter.MOST_EVENTS,
      "1",
      "How many events within one period an alarm may need."),
  MONITORING_ACCOUNT(
      "monitoringAccount",
      "ACCOUNT",
      "the twelve digits of an account",
      "",
      "The account whose organization trail, filters and alarms watch this one."),
  CONFIRM_ON_AWS(
      "confirmOnAws",
      "BOOLEAN",
      "`true` or `false`",
      "true",
      "Whether AWS is asked, by `logs:TestMetricFilter`, to confirm that a missed event is missed.");

  static final int MOST_EVENTS = 999_999;

  private final String key;
  private final String label;
  private final String accepts;
  private final String otherwise;
  private final String help;

  Parameter(String key, String label, String accepts, String otherwise, String help) {
    this.key = key;
    this.label = label;
    this.accepts = accepts;
    this.otherwise = otherwise;
    this.help = help;
  }

  /** The name in a rule's parameters, for example {@code maxEventsToAlarm}. */
  public String key() {
    return key;
  }

  /** The name on the command line, for example {@code --max-events-to-alarm}. */
  public String option() {
    return "--" + key.replaceAll("(?=\\p{Upper})", "-").toLowerCase(Locale.ROOT);
  }

  /** What stands for the value in a usage line, for example {@code N}. */
  public String label() {
    return label;
  }

  /** The values it takes, to be read after "expected". */
  public String accepts() {
    return accepts;
  }

  /** The value that holds when none is given; empty iff there is none. */
  public String otherwise() {
    return otherwise;
  }

  /** True iff it takes {@code true} or {@code false}. */
  public boolean isBoolean() {
    return label.equals("BOOLEAN");
  }

  /** One sentence for people. */
  public String help() {
    return help;
  }

  /** The parameter of that key, or nothing. */
  public static Optional<Parameter> of(String key) {
    return Arrays.stream(values()).filter(parameter -> parameter.key.equals(key)).findFirst();
  }

  /** Every key, in the order of the table. */
  static List<String> keys() {
    return Arrays.stream(values()).map(Parameter::key).toList();
  }

  static String quoted(Stream<String> names) {
    return names.map(name -> "`" + name + "`").collect(Collectors.joining(", "));
  }
}
