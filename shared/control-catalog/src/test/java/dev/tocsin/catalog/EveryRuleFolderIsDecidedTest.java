package dev.tocsin.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.filterpattern.Coverage;
import dev.tocsin.filterpattern.EventTest;
import dev.tocsin.filterpattern.Fact;
import dev.tocsin.filterpattern.FilterPattern;
import dev.tocsin.filterpattern.ParseProblem;
import dev.tocsin.filterpattern.Requirement;
import dev.tocsin.filterpattern.decide.CoverageDecider;
import dev.tocsin.filterpattern.eventbridge.EventPattern;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Decides every filter and every published text that a rule folder lists. */
class EveryRuleFolderIsDecidedTest {

  private static final String FOLDERS = "dev.tocsin.catalog.RuleFolder#all";
  private static final CoverageDecider DECIDER = new CoverageDecider();
  private static final List<Fact> OF_EVERY_RECORD =
      RecordFacts.read(new Problems()).ofEveryRecord();

  private static Coverage decide(Requirement requirement, EventTest deployed) {
    return DECIDER.decide(requirement, List.of(deployed));
  }

  private static Requirement requirement(RuleFolder folder) {
    return folder.control().requirement(Benchmark.DEFAULT, Optional.empty());
  }

  @ParameterizedTest
  @MethodSource(FOLDERS)
  void filters_to_accept_are_covered(RuleFolder folder) {
    assertThat(folder.covers()).as(folder.name("filters/covers")).isNotEmpty();
    for (RuleFolder.Filter filter : folder.covers()) {
      assertThat(decide(requirement(folder), filter.pattern()))
          .as("%s", folder.name(filter.file()))
          .isInstanceOf(Coverage.Covered.class);
    }
  }

  @ParameterizedTest
  @MethodSource(FOLDERS)
  void filters_to_refuse_miss_an_event(RuleFolder folder) {
    assertThat(folder.misses()).as(folder.name("filters/misses")).isNotEmpty();
    for (RuleFolder.Filter filter : folder.misses()) {
      Coverage coverage = decide(requirement(folder), filter.pattern());
      assertThat(coverage).as(folder.name(filter.file())).isInstanceOf(Coverage.Missed.class);
      Coverage.Missed missed = (Coverage.Missed) coverage;
      assertThat(folder.control().required().matches(missed.event()))
          .as("the event missed by %s is required: %s", folder.name(filter.file()), missed.event())
          .isTrue();
      assertThat(filter.pattern().matches(missed.event()))
          .as("the event missed by %s matches it: %s", folder.name(filter.file()), missed.event())
          .isFalse();
      assertThat(folder.control().facts())
          .as("facts hold for the event missed by %s", folder.name(filter.file()))
          .allMatch(fact -> fact.holds().matches(missed.event()));
    }
  }

  @ParameterizedTest
  @MethodSource(FOLDERS)
  void published_texts_cover_what_their_benchmark_requires(RuleFolder folder) {
    for (PublishedPattern text : folder.control().published()) {
      String file = folder.name("published/" + text.name() + ".pattern");
      PublishedPattern.Kind defect = text.defect().map(PublishedPattern.Defect::kind).orElse(null);
      if (text.pattern() instanceof ParseProblem problem) {
        assertThat(defect)
            .as("%s: %s", file, problem.message())
            .isEqualTo(PublishedPattern.Kind.INVALID);
        continue;
      }
      FilterPattern pattern = (FilterPattern) text.pattern();
      for (Requirement requirement : requirements(folder.control(), text)) {
        assertThat(decide(requirement, pattern))
            .as("%s against %s", file, requirement.required().text())
            .isInstanceOf(
                defect == PublishedPattern.Kind.MISSES
                    ? Coverage.Missed.class
                    : Coverage.Covered.class);
      }
      boolean floods =
          folder.staysSilent().stream().allMatch(silent -> pattern.matches(silent.event()));
      assertThat(floods)
          .as("%s matches every record of %s", file, folder.name("events/stays-silent"))
          .isEqualTo(defect == PublishedPattern.Kind.FLOODS);
    }
  }

  private static List<Requirement> requirements(Control control, PublishedPattern text) {
    Set<Benchmark> benchmarks =
        text.benchmarks().isEmpty() ? Set.of(Benchmark.DEFAULT) : new TreeSet<>(text.benchmarks());
    return benchmarks.stream()
        .map(benchmark -> control.requirement(benchmark, Optional.empty()))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("withEventPattern")
  void event_patterns_cover(RuleFolder folder) {
    assertThat(decide(requirement(folder), eventPattern(folder.control()).orElseThrow()))
        .as(folder.name("event-pattern.json"))
        .isInstanceOf(Coverage.Covered.class);
  }

  /** The controls whose event pattern is about records of a trail, as the required pattern is. */
  static Stream<RuleFolder> withEventPattern() {
    return RuleFolder.all().filter(folder -> eventPattern(folder.control()).isPresent());
  }

  private static Optional<EventPattern> eventPattern(Control control) {
    return control
        .eventPattern()
        .filter(pattern -> control.delivery() == Delivery.CLOUDTRAIL)
        .map(pattern -> (EventPattern) EventPattern.parse(pattern.toString()));
  }

  @ParameterizedTest
  @MethodSource(FOLDERS)
  void what_remediation_deploys_covers(RuleFolder folder) {
    Map<List<String>, Benchmark> wordings = new LinkedHashMap<>();
    for (Benchmark benchmark : Benchmark.values()) {
      Control control = folder.control();
      wordings.putIfAbsent(
          List.of(control.required(benchmark).text(), control.deployable(benchmark)), benchmark);
    }
    for (Benchmark benchmark : wordings.values()) {
      assertThat(
              decide(
                  folder.control().requirement(benchmark, Optional.empty()),
                  FilterPattern.of(folder.control().deployable(benchmark))))
          .as("the text that %s deploys for %s", folder, benchmark)
          .isInstanceOf(Coverage.Covered.class);
    }
  }

  @ParameterizedTest
  @MethodSource(FOLDERS)
  void each_fact_of_the_folder_decides_a_case(RuleFolder folder) {
    assertThat(folder.control().facts())
        .filteredOn(fact -> !OF_EVERY_RECORD.contains(fact))
        .as("facts of %s without which one of its filters to accept is not covered", folder)
        .allMatch(fact -> decidesACase(folder, fact));
  }

  /**
   * Their cases stand with controls about records of every service, or of one without other facts.
   */
  @ParameterizedTest
  @MethodSource("factsOfEveryRecord")
  void each_fact_of_every_record_decides_a_case(Fact fact) {
    assertThat(
            Stream.of("root-account-usage", "unauthorized-api-calls", "cloudwatch-alarm-tampering")
                .map(RuleFolder::of))
        .as("folders where fact `%s` lets a filter to accept be covered", fact.name())
        .anyMatch(folder -> decidesACase(folder, fact));
  }

  static Stream<Fact> factsOfEveryRecord() {
    return OF_EVERY_RECORD.stream();
  }

  /** Whether a listed filter is covered with the fact and not without it. */
  private static boolean decidesACase(RuleFolder folder, Fact dropped) {
    Requirement full = requirement(folder);
    List<Fact> rest = new ArrayList<>(full.facts());
    rest.remove(dropped);
    Requirement without =
        new Requirement(full.name(), full.required(), rest, full.exempt(), full.samples());
    return Stream.concat(
            folder.covers().stream().map(RuleFolder.Filter::pattern),
            eventPattern(folder.control()).stream())
        .anyMatch(deployed -> !(decide(without, deployed) instanceof Coverage.Covered));
  }
}
