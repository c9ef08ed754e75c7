package dev.tocsin.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.catalog.ControlCatalog;
import dev.tocsin.chain.verdict.Exemption;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExemptionReaderTest {
  private static final ControlCatalog CATALOG = ControlCatalog.load();

  /** What no schema can know: patterns, days of a calendar, ids, names that are alike. */
  private static final Set<String> BEYOND_A_SCHEMA =
      Set.of("at offset", "2027-02-30", "vpc-change\"`", "this one twice");

  private final PublishedSchema schema = new PublishedSchema("tocsin-exemptions-1.schema.json");

  static List<JsonNode> refused() {
    return Cases.of("/exemptions/refused.jsonl");
  }

  static List<JsonNode> lists() {
    return Cases.of("/exemptions/idioms.jsonl").stream()
        .map(one -> one.path("exempt"))
        .filter(JsonNode::isArray)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("refused")
  void whatIsNoExemptionIsRefusedByNameAndByTheSchema(JsonNode line) {
    String text = line.path("exempt").asText();
    String problem = line.path("problem").asText();

    assertThat(RuleParameters.parse(CATALOG, Map.of(Parameter.EXEMPT, text)))
        .isInstanceOfSatisfying(
            ParameterProblem.class,
            found -> assertThat(found.message()).startsWith("`exempt`: ").contains(problem));
    if (BEYOND_A_SCHEMA.stream().noneMatch(problem::contains)) {
      assertThat(schema.problems(Cases.json(text))).as(text).isNotEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("lists")
  void schemaTakesWhatIsRead(JsonNode list) {
    assertThat(schema.problems(list)).isEmpty();
  }

  @Test
  void listIsReadMemberByMember() {
    Exemptions read =
        read(
            """
            ["{ $.a = 1 }",
             {"name": "Deployer role", "pattern": "{ $.b = 2 }", "reason": "why",
              "until": "2027-03-31", "controls": ["vpc-changes", "iam-policy-changes"]}]""");
    LocalDate lastDay = LocalDate.of(2027, 3, 31);

    assertThat(read.holding("route-table-changes", lastDay))
        .extracting(Exemption::name)
        .containsExactly("{ $.a = 1 }");
    assertThat(read.holding("vpc-changes", lastDay))
        .extracting(Exemption::inWords)
        .containsExactly("`{ $.a = 1 }`", "`Deployer role` until 2027-03-31 (why)");
    assertThat(read.ended("vpc-changes", lastDay)).isEmpty();
    assertThat(read.ended("vpc-changes", lastDay.plusDays(1)))
        .extracting(Exemption::name)
        .containsExactly("Deployer role");
    assertThat(read.ended("route-table-changes", lastDay.plusDays(1))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{ $.a = 1 }",
        "[\"{ $.a = 1 }\",\"{ $.b = 2 }\"]",
        "[{\"name\":\"n\",\"pattern\":\"{ $.a = 1 }\",\"reason\":\"r\"}]",
        "[\"{ $.a = 1 }\",{\"name\":\"n\",\"pattern\":\"{ $.b = 2 }\",\"reason\":\"r\",\"until\":\"2027-03-31\",\"controls\":[\"vpc-changes\"]}]"
      })
  void exemptionsAreWrittenAsTheyAreRead(String text) {
    assertThat(read(text).text()).isEqualTo(text);
  }

  @Test
  void membersThatAreThereAreWritten() {
    JsonNode json =
        read("[\"{ $.a = 1 }\", {\"name\": \"n\", \"pattern\": \"{ $.b = 2 }\", \"reason\": \"r\"}]")
            .json();

    assertThat(json)
        .isEqualTo(
            Cases.json(
                "[{\"pattern\": \"{ $.a = 1 }\"}, {\"name\": \"n\", \"pattern\": \"{ $.b = 2 }\", \"reason\": \"r\"}]"));
  }

  @Test
  void thoseForEveryControlAreAskedForWithoutOne() {
    Exemptions read =
        read(
            """
            [{"name": "ended", "pattern": "{ $.a = 1 }", "reason": "r", "until": "2020-01-01"},
             {"name": "scoped", "pattern": "{ $.a = 1 }", "reason": "r", "controls": ["vpc-changes"]},
             {"name": "holds", "pattern": "{ $.a = 1 }", "reason": "r", "until": "2020-01-02"}]""");

    assertThat(read.holding(LocalDate.of(2020, 1, 2)))
        .extracting(Exemption::name)
        .containsExactly("holds");
  }

  @Test
  void placeInTextThatIsNotJsonAndAbridgedValueAreNamed() {
    assertThat(problem("[{\"name\": \"x\", ")).contains("(line 1, column");
    assertThat(problem("[[" + "1".repeat(58) + "]]")).contains("`[" + "1".repeat(58) + "]`");
    assertThat(problem("[[" + "1".repeat(59) + "]]")).contains("`[" + "1".repeat(56) + "...`");
  }

  private static String problem(String text) {
    return ((ParameterProblem) RuleParameters.parse(CATALOG, Map.of(Parameter.EXEMPT, text)))
        .message();
  }

  @Test
  void nestingBeyondTheLimitsOfTheJsonLibraryIsRefused() {
    String text = "[".repeat(3_000) + "]".repeat(3_000);

    assertThat(RuleParameters.parse(CATALOG, Map.of(Parameter.EXEMPT, text)))
        .isInstanceOf(ParameterProblem.class);
  }

  @Test
  void emptyListExemptsNothingAndASpaceDelimitedPatternIsNoList() {
    assertThat(read("[ ]").all()).isEmpty();
    assertThat(read("[a, b = x*, c]").all())
        .extracting(one -> one.exemption().name())
        .containsExactly("[a, b = x*, c]");
  }

  private static Exemptions read(String text) {
    return ((RuleParameters) RuleParameters.parse(CATALOG, Map.of(Parameter.EXEMPT, text)))
        .exempt();
  }
}
