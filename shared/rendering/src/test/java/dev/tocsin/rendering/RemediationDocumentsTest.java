package dev.tocsin.rendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What can be seen of an SSM document without running it. */
class RemediationDocumentsTest {

  private static final Path FOLDER =
      Path.of(System.getProperty("tocsin.root"), "cloudformation", "remediation");
  private static final Pattern VARIABLE = Pattern.compile("\\{\\{\\s*([\\w.:]+)\\s*\\}\\}");
  private static final int MAX_BYTES = 64 * 1024;

  static List<Path> documents() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("documents")
  void everyReferenceLeadsToAParameterOrAnEarlierOutput(Path file) throws IOException {
    Map<?, ?> document = read(file);
    Set<String> known = new HashSet<>(Set.of("global:ACCOUNT_ID", "global:REGION"));
    Map<?, ?> parameters = (Map<?, ?>) document.get("parameters");
    parameters.keySet().forEach(name -> known.add(name.toString()));
    Set<String> used = new HashSet<>(references(document.get("assumeRole")));
    for (Object each : (List<?>) document.get("mainSteps")) {
      Map<?, ?> step = (Map<?, ?>) each;
      Set<String> references = references(((Map<?, ?>) step.get("inputs")).get("InputPayload"));
      assertThat(known).as("step `%s`", step.get("name")).containsAll(references);
      used.addAll(references);
      if (step.get("action").equals("aws:invokeLambdaFunction")) {
        known.add(step.get("name") + ".Payload");
        used.addAll(references(((Map<?, ?>) step.get("inputs")).get("FunctionName")));
        continue;
      }
      for (Object output : (List<?>) step.get("outputs")) {
        known.add(step.get("name") + "." + ((Map<?, ?>) output).get("Name"));
      }
    }
    assertThat(used).as("every parameter is used").containsAll(names(parameters));
    for (Object output : (List<?>) document.get("outputs")) {
      assertThat(known).contains(output.toString());
    }
  }

  @ParameterizedTest
  @MethodSource("documents")
  void ssmTakesTheDocument(Path file) throws IOException {
    assertThat(Files.size(file)).isLessThanOrEqualTo(MAX_BYTES);
    Map<?, ?> document = read(file);
    assertThat(document.get("schemaVersion")).isEqualTo("0.3");
    List<?> steps = (List<?>) document.get("mainSteps");
    for (Object each : steps) {
      Map<?, ?> inputs = (Map<?, ?>) ((Map<?, ?>) each).get("inputs");
      if (inputs.containsKey("FunctionName")) {
        continue;
      }
      assertThat(inputs.get("Runtime")).isEqualTo("python3.11");
      assertThat(VARIABLE.matcher(inputs.get("Script").toString()).find())
          .as("SSM would replace a variable inside the script")
          .isFalse();
    }
    assertThat(((Map<?, ?>) steps.get(steps.size() - 1)).get("isEnd")).isEqualTo(true);
    ((Map<?, ?>) document.get("parameters"))
        .forEach(
            (name, parameter) ->
                assertThat(((Map<?, ?>) parameter).containsKey("allowedPattern"))
                    .as("parameter `%s` is validated", name)
                    .isEqualTo(!name.equals("AutomationAssumeRole")));
  }

  @Test
  void awsKnowsEveryCallAndTakesItsParameters() throws Exception {
    Process python =
        new ProcessBuilder(
                "python3",
                Path.of(RemediationDocumentsTest.class.getResource("check_calls.py").toURI())
                    .toString())
            .redirectInput(FOLDER.resolve("calls.json").toFile())
            .redirectErrorStream(true)
            .start();
    String mistakes = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assumeFalse(
        mistakes.contains("No module named 'botocore'")
            && !"true".equals(System.getenv("TOCSIN_REQUIRE_EMULATOR")),
        "calls are not compared with AWS's models. Fix: `pip install botocore`");
    assertThat(mistakes).isEmpty();
  }

  private static Map<?, ?> read(Path file) throws IOException {
    return (Map<?, ?>)
        new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
  }

  private static Set<String> names(Map<?, ?> parameters) {
    Set<String> names = new HashSet<>();
    parameters.keySet().forEach(name -> names.add(name.toString()));
    return names;
  }

  private static Set<String> references(Object value) {
    List<String> found = new ArrayList<>();
    VARIABLE
        .matcher(String.valueOf(value))
        .results()
        .map(result -> result.group(1))
        .forEach(found::add);
    return new HashSet<>(found);
  }
}
