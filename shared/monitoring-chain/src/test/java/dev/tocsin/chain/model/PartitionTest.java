package dev.tocsin.chain.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartitionTest {

  /** Every Region of botocore 1.43.11's partitions. */
  @ParameterizedTest
  @CsvFileSource(resources = "regions.csv", numLinesToSkip = 1)
  void everyRegionIsOfItsPartition(String partition, String region) {
    assertThat(Partition.of(region).id()).isEqualTo(partition);
  }

  @ParameterizedTest
  @EnumSource(Partition.class)
  void globalEventsAreRecordedInARegionOfThePartition(Partition partition) {
    assertThat(Partition.of(partition.globalRegion())).isEqualTo(partition);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "aws-global", "us-isoz-east-1", "eusc-east-1", "US-EAST-1", "us-east-1 "})
  void whatIsNoRegionOfAKnownPartitionIsRefused(String region) {
    assertThat(Partition.find(region)).isEmpty();
    assertThatThrownBy(() -> Partition.of(region))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no known partition; expected one of aws, aws-cn,");
  }

  @Test
  void snapshotOfAnUnknownPartitionIsRefusedWithThePlace() {
    String snapshot =
        """
        {"account": "111122223333", "region": "%s", "takenAt": "2026-11-20T12:00:00Z",
         "trails": [{"Name": "t", "TrailARN": "a", "HomeRegion": "%s"}], "regions": {"%s": {}}}""";

    assertThatThrownBy(
            () -> SnapshotJson.read(snapshot.formatted("moon-1", "us-east-1", "us-east-1"), "f"))
        .isInstanceOf(BadSnapshot.class)
        .hasMessageStartingWith(
            "`f`: `region` is `moon-1`, which is a Region of no known partition");
    assertThatThrownBy(
            () -> SnapshotJson.read(snapshot.formatted("us-east-1", "moon-1", "us-east-1"), "f"))
        .isInstanceOf(BadSnapshot.class)
        .hasMessageStartingWith("`f`: `trails[0].HomeRegion` is `moon-1`");
    assertThatThrownBy(
            () -> SnapshotJson.read(snapshot.formatted("us-east-1", "us-east-1", "moon-1"), "f"))
        .isInstanceOf(BadSnapshot.class)
        .hasMessageStartingWith("`f`: `regions` is `moon-1`");
  }
}
