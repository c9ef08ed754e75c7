package dev.tocsin.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.filterpattern.record.SkeletonRecord;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A missed event comes from the service that has its operation, if only one has. */
class OperationNamesTest {

  @Test
  void namesThatOneServiceHasBringIt() throws IOException {
    Map<String, Set<String>> sources = new HashMap<>();
    for (InventoryTest.Inventory inventory : InventoryTest.inventories().toList()) {
      Set<String> names = new HashSet<>(inventory.required());
      names.addAll(inventory.silent());
      for (String name : names) {
        sources.computeIfAbsent(name, one -> new HashSet<>()).add(inventory.source());
      }
    }
    Map<String, String> placed = new HashMap<>();
    Map<String, String> alone = new HashMap<>();
    sources.forEach(
        (name, those) -> {
          if (those.size() == 1) {
            placed.put(name, sourceOf(name));
            alone.put(name, List.copyOf(those).get(0));
          } else {
            assertThat(sourceOf(name)).as(name).isEqualTo("x.amazonaws.com");
          }
        });

    assertThat(placed)
        .as("to derive it anew: shared/control-catalog/tools/operations.py")
        .isEqualTo(alone)
        .hasSizeGreaterThan(2_000);
  }

  private static String sourceOf(String name) {
    var record = SkeletonRecord.make().put("eventName", name).put("eventSource", "x.amazonaws.com");
    return SkeletonRecord.plausible(record).path("eventSource").asText();
  }

  @Test
  void whatBelongsToTheServiceComesWithIt() {
    var record = SkeletonRecord.make().put("eventName", "AttachRolePolicy");
    record.put("awsRegion", "eu-west-1").putObject("requestParameters").put("groupId", "sg-1");
    var placed = SkeletonRecord.plausible(record);

    assertThat(placed.path("eventSource").asText()).isEqualTo("iam.amazonaws.com");
    assertThat(placed.path("awsRegion").asText()).isEqualTo("us-east-1");
    assertThat(placed.path("requestParameters").isNull()).isTrue();
  }
}
