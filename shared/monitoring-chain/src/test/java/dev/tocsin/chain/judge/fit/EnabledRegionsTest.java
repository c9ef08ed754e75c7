package dev.tocsin.chain.judge.fit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.chain.model.Snapshot;
import dev.tocsin.filterpattern.Fact;
import dev.tocsin.filterpattern.FilterPattern;
import dev.tocsin.filterpattern.Requirement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EnabledRegionsTest {
  private static final Requirement REQUIREMENT =
      Requirement.of("test", FilterPattern.of("{ $.a = 1 }"));

  @Test
  void nothingHappensElsewhere() {
    assertThat(facts("eu-west-1", "us-east-1"))
        .singleElement()
        .satisfies(
            fact ->
                assertThat(fact.holds().text())
                    .isEqualTo("{$.awsRegion=\"eu-west-1\"||$.awsRegion=\"us-east-1\"}"));
  }

  @Test
  void withoutAListAnythingMayHappenAnywhere() {
    assertThat(facts()).isEmpty();
  }

  @Test
  void aListTooLongForAPatternBindsNothing() {
    assertThat(facts(IntStream.range(1, 99).mapToObj(i -> "eu-west-" + i).toArray(String[]::new)))
        .isEmpty();
  }

  private static List<Fact> facts(String... regions) {
    Snapshot snapshot =
        new Snapshot(
            "111122223333",
            "eu-west-1",
            Instant.EPOCH,
            List.of(),
            List.of(regions),
            Map.of(),
            List.of(),
            List.of());
    return EnabledRegions.bound(REQUIREMENT, snapshot).facts();
  }
}
