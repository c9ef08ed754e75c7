package dev.tocsin.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Whatever can blind the chain that carries an event to a person is required by its own set. */
class TamperDetectionTest {

  private static final String SET = "tamper-detection";

  @ParameterizedTest(name = "{0}: {2}")
  @CsvFileSource(resources = "/tamper-detection.tsv", delimiter = '\t')
  void whatBlindsTheChainIsInTheSet(String what, String source, String name) {
    List<String> controls =
        RuleFolder.all()
            .filter(folder -> folder.control().ruleSets().contains(SET))
            .filter(folder -> InventoryTest.asksFor(folder, source, name))
            .map(folder -> folder.control().id())
            .toList();
    assertThat(controls).as("controls of `%s` that watch over %s", SET, what).isNotEmpty();
  }
}
