package dev.tocsin.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One mistake in a copy of a good folder, one message that leads out of it. */
class RuleFolderProblemsTest {

  private static final String ID = "security-group-changes";

  @TempDir Path rules;

  @BeforeEach
  void copyAGoodFolder() throws IOException {
    Path good = RuleFolder.rules().resolve(ID);
    try (Stream<Path> files = Files.walk(good)) {
      for (Path file : files.toList()) {
        Files.copy(file, rules.resolve(ID).resolve(good.relativize(file).toString()));
      }
    }
  }

  private CatalogException problems() {
    return catchThrowableOfType(CatalogException.class, () -> ControlCatalog.read(rules));
  }

  @ParameterizedTest(name = "{0}: `{1}` becomes `{2}`")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "control.json | \"severity\": \"medium\" | \"severity\": \"bad\" |"
            + " expected `severity` to be one of [low, medium, high, critical], found `bad`",
        "control.json | \"severity\": \"medium\" | \"severity\": \"\" |"
            + " expected `severity` to be one of [low, medium, high, critical], found ``",
        "control.json | \"severity\": | \"sevrity\": | expected a text `severity`, found nothing",
        "control.json | \"since\": \"0.1.0\" | \"since\": 1 | expected a text `since`, found `1`",
        "control.json | \"since\": | \"since\": \"A\", \"since\": |"
            + " expected JSON, found none: field `since` stands there twice in line 8",
        "control.json | \"cis-1.3.0\": [\"4.10\"] | \"cis-1.3\": [\"4.10\"] |"
            + " expected `sections` of benchmarks and of `mitre-attack-v18`, found `cis-1.3`",
        "control.json | \"cis-1.3.0\": [\"4.10\"] | \"cis-1.3.0\": \"4.10\" |"
            + " expected a list `sections.cis-1.3.0`, found `\"4.10\"`",
        "control.json | \"six-names\" | \"seven-names\" |"
            + " expected the file that `texts` names, found nothing",
        "control.json | \"cis-5.0.0\": { | \"cis-5.0.1\": { |"
            + " expected `texts` to name benchmarks that `sections` has, found `cis-5.0.1`",
        "control.json | \"is-write\" | \"is-writing\" |"
            + " expected `facts` to name some of [is-management-event, is-write,",
        "control.json | \"facts\": [ | \"facts\": [{\"name\": \"x\", \"pattern\": \"{ a }\","
            + " \"source\": \"y\"}, | expected a pattern in fact `x`",
        "control.json | \"facts\": [ | \"defects\": {\"cis-9\": {\"kind\": \"floods\","
            + " \"reason\": \"x\"}}, \"facts\": [ |"
            + " expected `defects` to name files of `published/`, found `cis-9`",
        "parameters.json | \"[]\" | [\"a\"] | expected a text `Tags`, found `[\"a\"]`",
        "parameters.json | \"RuleName\": \"security | \"RuleName\": \"seccurity |"
            + " expected `RuleName` to be `security-group-changes`",
        "parameters.json | \"{\\\"control\\\": \\\"security | \"{\\\"control\\\": \\\"net |"
            + " expected `control` to be `security-group-changes`",
        "parameters.json | TwentyFour_Hours | Daily | expected `SourcePeriodic` to be one of",
        "parameters.json | \"java25\" | \"java8\" | expected `SourceRuntime` to be `java25`",
        "required.pattern | && | & | expected `",
        "required/six-names.pattern | $.eventName | .eventName | expected ",
        "events/raises-alarm/create-security-group.json | { | [ | expected JSON, found ",
      })
  void aMistakeIsNamed(String file, String good, String bad, String message) throws IOException {
    Path path = rules.resolve(ID).resolve(file);
    String text = Files.readString(path);
    assertThat(text).contains(good);
    Files.writeString(path, text.replace(good, bad));
    assertThat(problems().problems())
        .anySatisfy(
            problem -> {
              assertThat(problem.message()).contains(message).contains(". Fix: ");
              assertThat(problem.folder()).isEqualTo(ID);
              assertThat(problem.fix()).isNotBlank();
            });
  }

  /** A filter may be blank and then matches every event; no control is about every event. */
  @ParameterizedTest
  @ValueSource(strings = {"{}", "{ }", "\"\"", "", " "})
  void nobodyIsToldToLeaveTheRequiredPatternBlank(String pattern) throws IOException {
    Files.writeString(rules.resolve(ID).resolve("required.pattern"), pattern);
    assertThat(problems().problems())
        .anySatisfy(problem -> assertThat(problem.file()).isEqualTo("required.pattern"))
        .noneSatisfy(problem -> assertThat(problem.fix()).contains("blank"));
  }

  /** {@code rdk rulesets add mine ID}: the list of tags is no text any more. */
  @Test
  void whatRdkWritesIsRead() throws IOException {
    Path path = rules.resolve(ID).resolve("parameters.json");
    String text = Files.readString(path);
    Files.writeString(path, text.replace("\"[]\"", "[]").replace("\"all\"", "\"all\", \"mine\""));
    assertThat(ControlCatalog.read(rules).inRuleSet("mine"))
        .singleElement()
        .satisfies(control -> assertThat(control.ruleSets()).contains(RuleSets.ALL, "mine"));
  }

  @ParameterizedTest
  @CsvSource({
    "README.md, say what goes unseen without the control",
    "control.json, copy it from another rule and fill it in",
    "parameters.json, copy it from another rule and change the names",
    "required.pattern, write the events that must raise the alarm",
    "required/six-names.pattern, add it or respell its name",
    "published/cis-5.0.0.pattern, add it or respell its name",
  })
  void aMissingFileIsNamed(String file, String fix) throws IOException {
    Files.delete(rules.resolve(ID).resolve(file));
    assertThat(problems().problems())
        .containsExactly(
            new CatalogProblem(ID, file, problems().problems().get(0).expected(), "nothing", fix));
  }

  @ParameterizedTest
  @CsvSource({
    "notes.txt, rename or remove it",
    "required/other.pattern, name or remove it",
    "published/cis.txt, rename or remove it",
    "events/raises-alarm/record.yaml, rename or remove it",
  })
  void aFileThatDoesNotBelongIsNamed(String file, String fix) throws IOException {
    Files.writeString(rules.resolve(ID).resolve(file), "{ $.eventName = x }");
    assertThat(problems().problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.file()).isEqualTo(file);
              assertThat(problem.fix()).isEqualTo(fix);
            });
  }

  @Test
  void everyProblemOfEveryFolderComesAtOnce() throws IOException {
    Files.createDirectory(rules.resolve("empty-folder"));
    Files.delete(rules.resolve(ID).resolve("README.md"));
    assertThat(problems())
        .hasMessageContaining("`empty-folder/control.json`: expected a file, found nothing. Fix: ")
        .hasMessageContaining("`" + ID + "/README.md`: expected a file, found nothing. Fix: ");
    assertThat(problems().problems()).hasSize(5);
  }

  @Test
  void aFolderThatIsNotKebabCaseIsNamed() throws IOException {
    Files.move(rules.resolve(ID), rules.resolve("Security_Groups"));
    assertThat(problems()).hasMessageContaining("expected a folder in kebab-case");
  }
}
