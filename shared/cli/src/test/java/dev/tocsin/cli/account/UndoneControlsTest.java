package dev.tocsin.cli.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.cli.Run;
import dev.tocsin.cli.io.Json;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code tocsin remediate --undo} takes away what serves the controls that are named. */
class UndoneControlsTest {
  private static final String GOOD =
      System.getProperty("tocsin.root") + "/shared/examples/accounts/good.json";

  @Test
  void onlyTheControlsThatAreNamed() {
    assertThat(undone("--control", "vpc-changes", "--control", "root-account-usage"))
        .containsExactlyInAnyOrder("vpc-changes", "root-account-usage");
  }

  @Test
  void allOfThemWhereNoneIsNamedWhateverTheBenchmark() {
    assertThat(undone())
        .contains("vpc-changes", "config-recorder-stopped")
        .isEqualTo(undone("--benchmark", "cis-1.2.0"));
  }

  @Test
  void theTopicStaysForTheControlsThatStay() {
    assertThat(plan("--control", "vpc-changes")).doesNotContain("DeleteTopic");
    assertThat(plan()).contains("DeleteTopic");
  }

  private static Set<String> undone(String... options) {
    return Json.read(plan(options), "the plan").findValues("repairs").stream()
        .map(names -> names.get(0).textValue())
        .filter(name -> name.startsWith("tocsin-") && !name.equals("tocsin-alarms"))
        .map(name -> name.substring("tocsin-".length()))
        .collect(Collectors.toSet());
  }

  private static String plan(String... options) {
    Stream<String> line =
        Stream.of("remediate", "--undo", "--plan", "--format", "json", "--snapshot", GOOD);
    return Run.tocsin(Stream.concat(line, Stream.of(options)).toArray(String[]::new)).out();
  }
}
