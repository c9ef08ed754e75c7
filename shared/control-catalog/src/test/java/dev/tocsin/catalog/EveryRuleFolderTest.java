package dev.tocsin.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.filterpattern.FilterPattern;
import dev.tocsin.filterpattern.syntax.PatternPrinter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Walks every folder of {@code rules/}: its form, its records and its patterns. */
class EveryRuleFolderTest {

  private static final String FOLDERS = "dev.tocsin.catalog.RuleFolder#all";
  private static final Set<String> EXAMPLE_ACCOUNTS =
      Set.of("111122223333", "444455556666", "123456789012");
  private static final Pattern TWELVE_DIGITS = Pattern.compile("(?<![0-9a-f-])\\d{12}(?![0-9a-f])");
  private static final Pattern ADDRESS =
      Pattern.compile("(?<![0-9.])(\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3})(?![0-9.])");
  private static final Pattern ADDRESS_NOBODY_HAS =
      Pattern.compile(
          "(192\\.0\\.2|198\\.51\\.100|203\\.0\\.113|0\\.0\\.0)\\..*"
              + "|10\\..*|192\\.168\\..*|172\\.(1[6-9]|2\\d|3[01])\\..*|169\\.254\\..*");

  @Test
  void everyFolderCanBeRead() {
    Problems problems = new Problems();
    ControlCatalog.read(RuleFolder.rules(), problems);
    assertThat(problems.all()).extracting(CatalogProblem::message).isEmpty();
  }

  @ParameterizedTest
  @MethodSource(FOLDERS)
  void casesCanBeRead(RuleFolder folder) {
    assertThat(folder.problems()).extracting(CatalogProblem::message).isEmpty();
  }

  @ParameterizedTest
  @MethodSource(FOLDERS)
  void patternsPrintBack(RuleFolder folder) {
    List<FilterPattern> patterns = new ArrayList<>(folder.control().otherRequired().values());
    patterns.add(folder.control().required());
    folder.covers().forEach(filter -> patterns.add(filter.pattern()));
    folder.misses().forEach(filter -> patterns.add(filter.pattern()));
    for (FilterPattern pattern : patterns) {
      assertThat(FilterPattern.of(PatternPrinter.print(pattern.syntax())).syntax())
          .as("print of %s in %s", pattern.text(), folder)
          .isEqualTo(pattern.syntax());
    }
  }

  @ParameterizedTest
  @MethodSource(FOLDERS)
  void recordsThatRaiseTheAlarmMatch(RuleFolder folder) {
    assertThat(folder.raisesAlarm())
        .as("%s holds a record", folder.name("events/raises-alarm"))
        .isNotEmpty();
    for (Example example : folder.raisesAlarm()) {
      assertThat(folder.control().required().matches(example.event()))
          .as("%s matches %s", folder.name(example.file()), folder.name("required.pattern"))
          .isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource(FOLDERS)
  void recordsThatStaySilentDoNotMatch(RuleFolder folder) {
    assertThat(folder.staysSilent())
        .as("%s holds two records near the edge", folder.name("events/stays-silent"))
        .hasSizeGreaterThanOrEqualTo(2);
    for (Example example : folder.staysSilent()) {
      assertThat(folder.control().required().matches(example.event()))
          .as("%s matches %s", folder.name(example.file()), folder.name("required.pattern"))
          .isFalse();
    }
  }

  @ParameterizedTest
  @MethodSource(FOLDERS)
  void everyEventItNamesHasARecord(RuleFolder folder) {
    Set<String> recorded = new TreeSet<>();
    folder.raisesAlarm().forEach(e -> recorded.add(e.event().path("eventName").asText()));
    Set<String> named = new TreeSet<>(NamedEvents.of(folder.control().required()));
    folder.control().otherRequired().values().forEach(set -> named.addAll(NamedEvents.of(set)));
    named.removeAll(recorded);
    assertThat(named)
        .as("events of %s without a record in %s", folder, folder.name("events/raises-alarm"))
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource(FOLDERS)
  void factsHoldForItsOwnRecords(RuleFolder folder) {
    for (Example example : folder.raisesAlarm()) {
      folder
          .control()
          .facts()
          .forEach(
              fact ->
                  assertThat(fact.holds().matches(example.event()))
                      .as("fact `%s` holds for %s", fact.name(), folder.name(example.file()))
                      .isTrue());
    }
  }

  @ParameterizedTest
  @MethodSource(FOLDERS)
  void anotherSetDiffersOnARecord(RuleFolder folder) {
    List<Example> records = new ArrayList<>(folder.raisesAlarm());
    records.addAll(folder.staysSilent());
    folder
        .control()
        .otherRequired()
        .forEach(
            (benchmark, set) ->
                assertThat(records)
                    .as("records of %s that %s treats its own way", folder, benchmark)
                    .anyMatch(
                        record ->
                            set.matches(record.event())
                                != folder.control().required().matches(record.event())));
  }

  @ParameterizedTest
  @MethodSource(FOLDERS)
  void deployedTextsFitIntoAFilter(RuleFolder folder) {
    for (Benchmark benchmark : Benchmark.values()) {
      assertThat(folder.control().deployable(benchmark).length())
          .as("characters of the text that %s deploys for %s", folder, benchmark)
          .isLessThanOrEqualTo(1024);
    }
  }

  @ParameterizedTest
  @MethodSource(FOLDERS)
  void packsAgreeWithSections(RuleFolder folder) {
    Control control = folder.control();
    assertThat(control.ruleSets())
        .as("packs of %s", folder.name("parameters.json"))
        .contains(RuleSets.ALL)
        .as("%s is in a pack beside `all`", folder.name("parameters.json"))
        .hasSizeGreaterThan(1)
        .doesNotHaveDuplicates()
        .isSubsetOf(RuleSets.KNOWN);
    RuleSets.BENCHMARKS.forEach(
        (ruleSet, benchmark) ->
            assertThat(control.ruleSets().contains(ruleSet))
                .as(
                    "%s is in pack `%s` iff %s has a section of `%s`",
                    folder.name("parameters.json"), ruleSet, folder.name("control.json"), benchmark)
                .isEqualTo(control.isIn(benchmark)));
  }

  @ParameterizedTest
  @MethodSource(FOLDERS)
  void proseIsShortAndLeavesThePatternToItsFile(RuleFolder folder) {
    String readme = folder.files().text("README.md", "").orElseThrow();
    assertThat(readme.lines()).as(folder.name("README.md")).hasSizeBetween(5, 20);
    assertThat(readme)
        .as(folder.name("README.md"))
        .startsWith("# " + folder.control().id())
        .doesNotContain("$.");
  }

  @ParameterizedTest
  @MethodSource(FOLDERS)
  void recordsShowNobodyReal(RuleFolder folder) {
    List<Example> records = new ArrayList<>(folder.raisesAlarm());
    records.addAll(folder.staysSilent());
    for (Example record : records) {
      String text = record.event().toString();
      assertThat(TWELVE_DIGITS.matcher(text).results().map(found -> found.group()))
          .as("account ids in %s", folder.name(record.file()))
          .isSubsetOf(EXAMPLE_ACCOUNTS);
      assertThat(ADDRESS.matcher(text).results().map(found -> found.group(1)))
          .as("addresses in %s", folder.name(record.file()))
          .allMatch(address -> ADDRESS_NOBODY_HAS.matcher(address).matches());
    }
  }
}
