package dev.tocsin.chain.judge;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.chain.model.MetricFilter;
import dev.tocsin.chain.model.RegionMonitoring;
import dev.tocsin.chain.model.Snapshot;
import dev.tocsin.chain.model.SnapshotJson;
import dev.tocsin.chain.second.SecondJudge;
import dev.tocsin.chain.second.Terms;
import dev.tocsin.chain.verdict.ActionKind;
import dev.tocsin.chain.verdict.Evidence;
import dev.tocsin.chain.verdict.JudgeOptions;
import dev.tocsin.chain.verdict.Verdict;
import dev.tocsin.filterpattern.Coverage;
import dev.tocsin.filterpattern.FilterPattern;
import dev.tocsin.filterpattern.Requirement;
import dev.tocsin.filterpattern.decide.CoverageDecider;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An account with what is known to see all that a control requires.
 *
 * @param isGood whether the control is watched
 */
record Good(
    String name,
    ObjectNode account,
    Requirement requirement,
    JudgeOptions options,
    Set<Set<String>> coverings,
    boolean isGood) {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final ChainJudge JUDGE = new ChainJudge();
  private static final CoverageDecider DECIDER = new CoverageDecider();

  static Good of(String name, ObjectNode account, Requirement requirement, JudgeOptions options)
      throws Exception {
    Snapshot snapshot = SnapshotJson.read(account, name);
    Verdict verdict = JUDGE.judge(snapshot, requirement, options);
    return new Good(
        name,
        account,
        requirement,
        options,
        coverings(snapshot, requirement, verdict),
        verdict.compliant());
  }

  /** The compliant cases, the account of all kinds of chains, and the shipped example. */
  static List<Good> all() throws Exception {
    List<Good> all = new ArrayList<>();
    for (Case one : CaseFiles.all()) {
      if (one.verdict().compliant() && !one.file().equals("scale")) {
        all.add(of(one.id(), tree(one.snapshot()), one.requirement(), one.options()));
      }
    }
    ObjectNode whole = (ObjectNode) CaseFiles.read("whole-account.json");
    JudgeOptions options = JudgeOptions.at(Instant.parse("2026-11-20T12:00:00Z"));
    for (String control : List.of("trail", "nacl", "org", "route", "sg")) {
      all.add(of("whole " + control, whole, Controls.requirement(control), options));
    }
    all.addAll(shipped());
    List<Good> good = new ArrayList<>();
    for (Good one : all) {
      Snapshot snapshot = SnapshotJson.read(one.account(), one.name());
      if (one.judge(snapshot).compliant()
          && SecondJudge.confirms(one.account(), one.terms(snapshot))) {
        good.add(one);
      }
    }
    return good;
  }

  /** The shipped example, for some of the controls whose text says all that is required. */
  private static List<Good> shipped() throws Exception {
    Path root = Path.of(System.getProperty("tocsin.root"));
    String json = Files.readString(root.resolve("shared/examples/accounts/good.json"));
    Snapshot snapshot = SnapshotJson.read(json, "good");
    List<Good> goods = new ArrayList<>();
    try (var folders = Files.list(root.resolve("rules"))) {
      for (Path folder : folders.filter(Files::isDirectory).sorted().toList().subList(0, 16)) {
        Path text = folder.resolve("required.pattern");
        if (Files.exists(text)
            && FilterPattern.parse(Files.readString(text).strip()) instanceof FilterPattern all) {
          String id = folder.getFileName().toString();
          Requirement required = new Requirement(id, all, List.of(), List.of(), List.of());
          goods.add(
              of(
                  "good " + id,
                  (ObjectNode) MAPPER.readTree(json),
                  required,
                  JudgeOptions.at(snapshot.takenAt())));
        }
      }
    }
    return goods;
  }

  Verdict judge(Snapshot snapshot) {
    return JUDGE.judge(snapshot, requirement, at(snapshot));
  }

  private JudgeOptions at(Snapshot snapshot) {
    return new JudgeOptions(
        options.acceptEventBridge(),
        options.acceptedActions(),
        options.acceptedWatchers(),
        options.maxEventsToAlarm(),
        options.monitoringAccount(),
        snapshot.takenAt());
  }

  /** What the second judge is told: which things see all that is required, by their names. */
  Terms terms(Snapshot snapshot) {
    return new Terms(
        coverings,
        isGood ? account : MAPPER.createObjectNode(),
        requirement.required(),
        requirement.facts().stream().anyMatch(fact -> fact.name().equals("is-write")),
        options.monitoringAccount(),
        options.maxEventsToAlarm(),
        options.acceptedActions().stream()
            .map(ActionKind::parameterValue)
            .collect(Collectors.toSet()),
        options.acceptEventBridge(),
        snapshot.takenAt());
  }

  /**
   * The sets of things that see all that is required: each filter that does alone, some of the
   * others that do together, and those that the judge chose.
   */
  private static Set<Set<String>> coverings(
      Snapshot snapshot, Requirement requirement, Verdict verdict) {
    Set<Set<String>> coverings = new HashSet<>();
    List<MetricFilter> filters =
        snapshot.regions().values().stream()
            .flatMap(region -> region.metricFilters().stream())
            .toList();
    List<FilterPattern> others = new ArrayList<>();
    for (MetricFilter filter : filters) {
      if (FilterPattern.parse(filter.filterPattern()) instanceof FilterPattern pattern) {
        if (covers(requirement, List.of(pattern))) {
          coverings.add(Set.of(pattern.text()));
        } else {
          others.add(pattern);
        }
      }
    }
    if (covers(requirement, others)) {
      for (FilterPattern spare : List.copyOf(others)) {
        List<FilterPattern> fewer = new ArrayList<>(others);
        fewer.remove(spare);
        others = covers(requirement, fewer) ? fewer : others;
      }
      coverings.add(others.stream().map(FilterPattern::text).collect(Collectors.toSet()));
    }
    if (verdict.compliant()) {
      coverings.add(
          verdict.chain().stream()
              .flatMap(link -> texts(link, snapshot.in(link.region()).orElseThrow()))
              .collect(Collectors.toSet()));
    }
    return coverings;
  }

  private static boolean covers(Requirement requirement, List<FilterPattern> patterns) {
    return DECIDER.decideOnly(requirement, patterns) instanceof Coverage.Covered;
  }

  /** What says which events something sees. */
  private static Stream<String> texts(Evidence link, RegionMonitoring region) {
    return switch (link.link()) {
      case METRIC_FILTER ->
          region.metricFilters().stream()
              .filter(filter -> filter.filterName().equals(link.subject()))
              .map(MetricFilter::filterPattern);
      case ALARM ->
          region.logAlarms().stream()
              .filter(alarm -> alarm.alarmName().equals(link.subject()))
              .map(alarm -> alarm.scheduledQueryConfiguration().queryString());
      case EVENT_RULE ->
          region.rules().stream()
              .filter(rule -> rule.name().equals(link.subject()))
              .map(rule -> link.region() + rule.eventPattern());
      default -> Stream.of();
    };
  }

  static ObjectNode tree(Snapshot snapshot) throws Exception {
    return (ObjectNode) MAPPER.readTree(SnapshotJson.write(snapshot));
  }
}
