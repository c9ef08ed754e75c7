package dev.tocsin.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tocsin.catalog.Benchmark;
import dev.tocsin.catalog.Control;
import dev.tocsin.catalog.ControlCatalog;
import dev.tocsin.chain.model.Partition;
import dev.tocsin.filterpattern.Coverage;
import dev.tocsin.filterpattern.FilterPattern;
import dev.tocsin.filterpattern.Requirement;
import dev.tocsin.filterpattern.decide.CoverageDecider;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Every control has events in every partition, whatever ARNs and Regions its pattern spells. */
class EveryFolderHoldsInEachPartitionTest {
  private static final String ACCOUNT = "444455556666";
  private static final ControlCatalog CATALOG = ControlCatalog.load();

  private final CoverageDecider decider = new CoverageDecider();

  @ParameterizedTest
  @EnumSource(Partition.class)
  void controlHasEventsThere(Partition partition) {
    SoftAssertions softly = new SoftAssertions();
    for (Control control : CATALOG.controls()) {
      softly
          .assertThat(decider.decide(requirement(control, partition), List.of()))
          .as(control.id())
          .isInstanceOf(Coverage.Missed.class);
    }
    softly.assertAll();
  }

  @ParameterizedTest
  @CsvSource({
    "EUSC, arn:aws-eusc:, true", // the partition's own ARN is enough, and another's is nothing
    "EUSC, arn:aws:, false",
    "AWS, arn:aws:, true",
    "AWS, arn:aws-eusc:, false",
    "ISO_B, arn:aws-iso-b:, true",
    "ISO_B, arn:aws-iso:, false"
  })
  void accountIsWatchedByTheArnOfItsOwnPartition(Partition partition, String arn, boolean covered) {
    Control control = CATALOG.find("admin-policy-attached").orElseThrow();
    FilterPattern deployed =
        FilterPattern.of(
            "{ ($.eventName = \"Attach*Policy\") && ($.requestParameters.policyArn ="
                + " \"%siam::aws:policy/AdministratorAccess\") }".formatted(arn));

    assertThat(decider.decide(requirement(control, partition), List.of(deployed)))
        .isInstanceOf(covered ? Coverage.Covered.class : Coverage.Missed.class);
  }

  /** The facts of records and the model of accounts speak of the same partitions. */
  @Test
  void factsKnowThePartitionsOfTheModel() throws Exception {
    Map<String, String> ofFacts = new HashMap<>();
    try (InputStream json = Control.class.getResourceAsStream("record-facts.json")) {
      for (JsonNode place : new JsonMapper().readTree(json).path("partitions")) {
        ofFacts.put(place.path("id").asText(), place.path("regions").asText());
      }
    }

    assertThat(ofFacts).hasSameSizeAs(Partition.values());
    for (Partition partition : Partition.values()) {
      assertThat(partition.globalRegion()).matches(ofFacts.get(partition.id()));
    }
  }

  private static Requirement requirement(Control control, Partition partition) {
    return control.requirement(Benchmark.DEFAULT, List.of(), ACCOUNT, partition.globalRegion());
  }
}
