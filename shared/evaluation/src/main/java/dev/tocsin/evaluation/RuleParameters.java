package dev.tocsin.evaluation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.catalog.Benchmark;
import dev.tocsin.catalog.ControlCatalog;
import dev.tocsin.chain.model.Snapshot;
import dev.tocsin.chain.verdict.ActionKind;
import dev.tocsin.chain.verdict.JudgeOptions;
import dev.tocsin.chain.verdict.WatcherKind;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a rule asks of an account, beside its control.
 *
 * @param control the id given, not looked up
 * @param benchmark whose wording of the control holds
 * @param exempt what need not alarm
 * @param acceptEventBridge whether EventBridge rules count beside alarms
 * @param acceptedActions alarm actions that count besides SNS topics
 * @param acceptedWatchers what counts beside metric filters and alarms on a log group
 * @param maxEventsToAlarm how many matching events may be needed to raise the alarm
 * @param monitoringAccount the account that watches this one
 * @param confirmOnAws whether AWS is asked to confirm a missed event
 */
public record RuleParameters(
    Optional<String> control,
    Benchmark benchmark,
    Exemptions exempt,
    boolean acceptEventBridge,
    Set<ActionKind> acceptedActions,
    Set<WatcherKind> acceptedWatchers,
    int maxEventsToAlarm,
    Optional<String> monitoringAccount,
    boolean confirmOnAws)
    implements ParsedParameters {
  private static final Pattern COUNT = Pattern.compile("[1-9][0-9]{0,8}");

  public RuleParameters {
    acceptedActions = Set.copyOf(acceptedActions);
    acceptedWatchers = Set.copyOf(acceptedWatchers);
  }

  /**
   * The parameters of a JSON object of texts. A blank text is an absent one.
   *
   * @param catalog the controls that an exemption may name
   */
  public static ParsedParameters parse(ControlCatalog catalog, ObjectNode values) {
    return parse(catalog, values, Map.of());
  }

  /** The parameters of some texts. A blank text is an absent one. */
  public static ParsedParameters parse(ControlCatalog catalog, Map<Parameter, String> values) {
    return of(catalog, ParameterTexts.of(values));
  }

  /**
   * The parameters of a JSON object of texts; what is absent there is taken from {@code otherwise}.
   */
  public static ParsedParameters parse(
      ControlCatalog catalog, ObjectNode values, Map<Parameter, String> otherwise) {
    return of(catalog, ParameterTexts.of(values).orElse(ParameterTexts.of(otherwise)));
  }

  private static ParsedParameters of(ControlCatalog catalog, ParameterTexts texts) {
    RuleParameters parameters =
        new RuleParameters(
            texts.text(Parameter.CONTROL),
            texts.read(Parameter.BENCHMARK, Benchmark::of).orElse(Benchmark.DEFAULT),
            texts.exemptions(Parameter.EXEMPT, new ExemptionReader(catalog.ids())),
            truth(texts, Parameter.ACCEPT_EVENT_BRIDGE),
            texts
                .read(Parameter.ACCEPTED_ACTIONS, text -> kinds(text, ActionKind::of))
                .orElseGet(Set::of),
            texts
                .read(Parameter.ACCEPTED_WATCHERS, text -> kinds(text, WatcherKind::of))
                .orElseGet(Set::of),
            texts.read(Parameter.MAX_EVENTS_TO_ALARM, RuleParameters::count).orElse(1),
            texts.read(Parameter.MONITORING_ACCOUNT, RuleParameters::account),
            truth(texts, Parameter.CONFIRM_ON_AWS));
    Optional<ParameterProblem> problem = texts.problem();
    return problem.isPresent() ? problem.get() : parameters;
  }

  /** The same for an account that another one watches. */
  public RuleParameters watchedBy(String account) {
    return new RuleParameters(
        control,
        benchmark,
        exempt,
        acceptEventBridge,
        acceptedActions,
        acceptedWatchers,
        maxEventsToAlarm,
        Optional.of(account),
        confirmOnAws);
  }

  /** Each as the text that parses to it, but for {@link #control} and what is absent. */
  public Map<Parameter, String> texts() {
    Map<Parameter, String> texts = new EnumMap<>(Parameter.class);
    texts.put(Parameter.BENCHMARK, benchmark.id());
    if (!exempt.all().isEmpty()) {
      texts.put(Parameter.EXEMPT, exempt.text());
    }
    texts.put(Parameter.ACCEPT_EVENT_BRIDGE, String.valueOf(acceptEventBridge));
    put(texts, Parameter.ACCEPTED_ACTIONS, acceptedActions, ActionKind::parameterValue);
    put(texts, Parameter.ACCEPTED_WATCHERS, acceptedWatchers, WatcherKind::parameterValue);
    texts.put(Parameter.MAX_EVENTS_TO_ALARM, String.valueOf(maxEventsToAlarm));
    monitoringAccount.ifPresent(account -> texts.put(Parameter.MONITORING_ACCOUNT, account));
    texts.put(Parameter.CONFIRM_ON_AWS, String.valueOf(confirmOnAws));
    return texts;
  }

  /** What they leave to the judge, at a moment. */
  JudgeOptions judgeOptions(boolean eventRulesCount, Instant now) {
    return new JudgeOptions(
        eventRulesCount,
        acceptedActions,
        acceptedWatchers,
        maxEventsToAlarm,
        monitoringAccount,
        now);
  }

  private static boolean truth(ParameterTexts texts, Parameter parameter) {
    return texts.read(parameter, RuleParameters::truth).orElse(false);
  }

  private static Optional<Boolean> truth(String text) {
    if (text.equalsIgnoreCase("true")) {
      return Optional.of(true);
    }
    return text.equalsIgnoreCase("false") ? Optional.of(false) : Optional.empty();
  }

  private static <K> void put(
      Map<Parameter, String> texts, Parameter parameter, Set<K> kinds, Function<K, String> name) {
    if (!kinds.isEmpty()) {
      texts.put(parameter, kinds.stream().map(name).sorted().collect(Collectors.joining(",")));
    }
  }

  private static <K> Optional<Set<K>> kinds(String text, Function<String, Optional<K>> of) {
    Set<K> kinds = new HashSet<>();
    for (String name : text.split(",", -1)) {
      Optional<K> kind = of.apply(name.strip());
      if (kind.isEmpty()) {
        return Optional.empty();
      }
      kinds.add(kind.get());
    }
    return Optional.of(kinds);
  }

  private static Optional<Integer> count(String text) {
    return COUNT.matcher(text).matches()
        ? Optional.of(Integer.parseInt(text)).filter(n -> n <= Parameter.MOST_EVENTS)
        : Optional.empty();
  }

  private static Optional<String> account(String text) {
    return Optional.of(text).filter(Snapshot::isAccountId);
  }
}
