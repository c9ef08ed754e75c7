package dev.tocsin.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a role may do against the list that it is made from. */
class RoleStatementsTest {
  private static final Path ROOT = Path.of("../..");

  @Test
  void anotherAccountGrantsEveryReadWhateverElseStandsOnTheSameResources() {
    List<String> missing = new ArrayList<>(actions(RoleStatements.all(ROOT)).toList());
    missing.removeAll(actions(RoleStatements.reading(ROOT)).toList());

    assertThat(missing)
        .containsExactlyInAnyOrder(
            "logs:TestMetricFilter",
            "sts:AssumeRole",
            "config:DescribeConfigRules",
            "config:PutEvaluations");
  }

  private static Stream<String> actions(List<RoleStatements.Statement> statements) {
    return statements.stream()
        .flatMap(statement -> statement.actions().stream())
        .map(RoleStatements.Action::name);
  }
}
