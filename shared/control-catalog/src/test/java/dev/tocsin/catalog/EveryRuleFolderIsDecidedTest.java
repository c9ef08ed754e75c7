package dev.tocsin.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.filterpattern.Coverage;
import dev.tocsin.filterpattern.EventTest;
import dev.tocsin.filterpattern.Fact;
import dev.tocsin.filterpattern.FilterPattern;
import dev.tocsin.filterpattern.ParseProblem;
import dev.tocsin.filterpattern.Requirement;
import dev.tocsin.filterpattern.condition.Condition;
import dev.tocsin.filterpattern.decide.CoverageDecider;
import dev.tocsin.filterpattern.eventbridge.EventPattern;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Decides every filter and every published text that a rule folder lists. */
class EveryRuleFolderIsDecidedTest {

  private static final String FOLDERS = "dev.tocsin.catalog.RuleFolder#all";
  private static final CoverageDecider DECIDER = new CoverageDecider();
  private static final RecordFacts FACTS = RecordFacts.read(new Problems());
  private static final List<Fact> OF_EVERY_RECORD = FACTS.ofEveryRecord();
  private static final Set<Fact> SHARED =
      Stream.concat(OF_EVERY_RECORD.stream(), FACTS.named().values().stream())
          .collect(Collectors.toSet());

  private static Coverage decide(Requirement requirement, EventTest deployed) {
    return DECIDER.decide(requirement, List.of(deployed));
  }

  private static Requirement requirement(RuleFolder folder) {
    return folder.control().requirement(Benchmark.DEFAULT, List.of());
  }

  @ParameterizedTest
  @MethodSource(FOLDERS)
  void filtersToAcceptAreCovered(RuleFolder folder) {
    assertThat(folder.covers()).as(folder.name("filters/covers")).isNotEmpty();
    for (RuleFolder.Filter filter : folder.covers()) {
      assertThat(decide(requirement(folder), filter.pattern()))
          .as("%s", folder.name(filter.file()))
          .isInstanceOf(Coverage.Covered.class);
    }
  }

  @ParameterizedTest
  @MethodSource(FOLDERS)
  void filtersToRefuseMissAnEvent(RuleFolder folder) {
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
  void publishedTextsCoverWhatTheirBenchmarkRequires(RuleFolder folder) {
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
    return benchmarks.stream().map(benchmark -> control.requirement(benchmark, List.of())).toList();
  }

  @ParameterizedTest
  @MethodSource("withEventPattern")
  void eventPatternsCover(RuleFolder folder) {
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
        .filter(pattern -> control.isSeenByTrails())
        .map(pattern -> (EventPattern) EventPattern.parse(pattern.toString()));
  }

  @ParameterizedTest
  @MethodSource(FOLDERS)
  void whatRemediationDeploysCovers(RuleFolder folder) {
    Map<List<String>, Benchmark> wordings = new LinkedHashMap<>();
    for (Benchmark benchmark : Benchmark.values()) {
      Control control = folder.control();
      wordings.putIfAbsent(
          List.of(control.required(benchmark).text(), control.deployable(benchmark)), benchmark);
    }
    for (Benchmark benchmark : wordings.values()) {
      assertThat(
              decide(
                  folder.control().requirement(benchmark, List.of()),
                  FilterPattern.of(folder.control().deployable(benchmark))))
          .as("the text that %s deploys for %s", folder, benchmark)
          .isInstanceOf(Coverage.Covered.class);
    }
  }

  /** The law of facts: who also asks for what holds anyway misses nothing. */
  @ParameterizedTest
  @MethodSource(FOLDERS)
  void aFilterThatAsksForASharedFactTooIsCoveredByThatFactAlone(RuleFolder folder) {
    Requirement full = requirement(folder);
    for (Fact fact : sharedFacts(folder)) {
      if (!OF_EVERY_RECORD.contains(fact)) {
        assertThat(isDecidedBy(fact, full))
            .as("required events of %s that also match fact `%s`", folder, fact.name())
            .isTrue();
      }
    }
  }

  /** Some controls name an event or a service themselves, and so need no fact to tell them. */
  @ParameterizedTest
  @MethodSource("factsOfEveryRecord")
  void eachFactOfEveryRecordIsNeededBySomeControl(Fact fact) {
    assertThat(RuleFolder.all().map(EveryRuleFolderIsDecidedTest::requirement))
        .as("controls whose narrowed filter is not covered without fact `%s`", fact.name())
        .anyMatch(full -> isDecidedBy(fact, full));
  }

  /** Whether who also asks for the fact is covered with it, and not without it. */
  private static boolean isDecidedBy(Fact fact, Requirement full) {
    EventTest narrowed = new Narrowed(full.required(), fact.holds());
    return decide(full, narrowed) instanceof Coverage.Covered
        && !(decide(without(full, fact), narrowed) instanceof Coverage.Covered);
  }

  static Stream<Fact> factsOfEveryRecord() {
    return OF_EVERY_RECORD.stream();
  }

  /** A fact that a folder states itself has a filter of the folder to show what it is for. */
  @ParameterizedTest
  @MethodSource(FOLDERS)
  void eachFactThatAFolderStatesDecidesOneOfItsFilters(RuleFolder folder) {
    Requirement full = requirement(folder);
    assertThat(full.facts())
        .filteredOn(fact -> !sharedFacts(folder).contains(fact))
        .as("facts of %s without which one of its filters to accept is not covered", folder)
        .allMatch(
            fact ->
                Stream.concat(
                        folder.covers().stream().map(RuleFolder.Filter::pattern),
                        eventPattern(folder.control()).stream())
                    .anyMatch(
                        deployed ->
                            !(decide(without(full, fact), deployed) instanceof Coverage.Covered)));
  }

  private static List<Fact> sharedFacts(RuleFolder folder) {
    return folder.control().facts().stream().filter(SHARED::contains).toList();
  }

  private static Requirement without(Requirement full, Fact dropped) {
    List<Fact> rest = new ArrayList<>(full.facts());
    rest.remove(dropped);
    return new Requirement(full.name(), full.required(), rest, full.exempt(), full.samples());
  }

  /** Records that match both; as one text they may be longer than a filter pattern. */
  private record Narrowed(FilterPattern required, EventTest also) implements EventTest {

    @Override
    public String text() {
      return required.text() + " && " + also.text();
    }

    @Override
    public boolean matches(JsonNode event) {
      return required.matches(event) && also.matches(event);
    }

    @Override
    public Condition condition() {
      return Condition.all(required.condition(), also.condition());
    }
  }
}
