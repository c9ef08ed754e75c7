package dev.tocsin.chain.eventbridge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.chain.model.BadSnapshot;
import dev.tocsin.chain.model.SnapshotJson;
import dev.tocsin.filterpattern.FilterPattern;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the trails of a Region record. */
class RecordingTest {

  private static final String ALL =
      "{\"ReadWriteType\": \"All\", \"IncludeManagementEvents\": true}";

  @Test
  void aMultiRegionTrailOfAllManagementEventsRecordsEverythingEverywhere() throws BadSnapshot {
    Recording recording = recording("ap-south-1", trail("eu-west-1", true, true, true, ALL));
    assertThat(recording.missing()).isEmpty();
    assertThat(recording.kept()).isEmpty();
  }

  @Test
  void withoutATrailNothingComes() throws BadSnapshot {
    assertThat(recording("eu-west-1", "").missing())
        .hasValueSatisfying(finding -> assertThat(finding.problem()).startsWith("no trail logs"));
  }

  @Test
  void aTrailThatIsStoppedRecordsNothing() throws BadSnapshot {
    assertThat(recording("eu-west-1", trail("eu-west-1", true, false, true, ALL)).missing())
        .isPresent();
  }

  @Test
  void aTrailWhoseStatusWasNotReadCannotBeShownToRecord() throws BadSnapshot {
    String unread =
        trail("eu-west-1", true, true, true, ALL).replaceAll("\"Status\": \\{.*?}, ", "");
    assertThat(recording("eu-west-1", unread).missing())
        .hasValueSatisfying(
            finding -> {
              assertThat(finding.decided()).isFalse();
              assertThat(finding.problem()).contains("it logs management events");
            });
  }

  @Test
  void aTrailOfOneRegionRecordsThereOnly() throws BadSnapshot {
    String trail = trail("eu-west-1", false, true, true, ALL);
    assertThat(recording("eu-west-1", trail).missing()).isEmpty();
    assertThat(recording("us-east-1", trail).missing()).isPresent();
  }

  @Test
  void aTrailWithoutGlobalServicesKeepsTheEventsOfRegionalOnes() throws BadSnapshot {
    String trail = trail("eu-west-1", true, true, false, ALL);
    for (String region : List.of("eu-west-1", "us-east-1")) {
      assertThat(recording(region, trail).missing()).isEmpty();
      assertThat(recording(region, trail).kept())
          .singleElement()
          .satisfies(kept -> assertThat(kept.text()).contains("ec2.").doesNotContain("iam."));
    }
  }

  @Test
  void aTrailOfDataEventsRecordsNoManagementEvents() throws BadSnapshot {
    String data = "{\"ReadWriteType\": \"All\", \"IncludeManagementEvents\": false}";
    assertThat(recording("eu-west-1", trail("eu-west-1", true, true, true, data)).missing())
        .isPresent();
  }

  @Test
  void aTrailOfWritesKeepsWrites() throws BadSnapshot {
    String writes = "{\"ReadWriteType\": \"WriteOnly\", \"IncludeManagementEvents\": true}";
    Recording recording = recording("eu-west-1", trail("eu-west-1", true, true, true, writes));
    assertThat(recording.missing()).isEmpty();
    assertThat(recording.kept()).hasSize(1);
    FilterPattern kept = recording.kept().get(0);
    assertThat(kept.matches("{\"eventName\":\"CreateRoute\",\"readOnly\":false}")).isTrue();
    assertThat(kept.matches("{\"eventName\":\"DescribeVpcs\",\"readOnly\":true}")).isFalse();
  }

  private static Recording recording(String region, String trails) throws BadSnapshot {
    String snapshot =
        "{\"account\": \"111122223333\", \"region\": \"eu-west-1\", \"takenAt\": \"2026-11-21T05:00:00Z\", \"trails\": ["
            + trails
            + "]}";
    return Recording.in(region, SnapshotJson.read(snapshot, "test"));
  }

  private static String trail(
      String home, boolean multiRegion, boolean logging, boolean global, String selector) {
    return """
    {"Name": "main", "TrailARN": "arn:aws:cloudtrail:%1$s:111122223333:trail/main",
     "HomeRegion": "%1$s", "IsMultiRegionTrail": %2$s, "IncludeGlobalServiceEvents": %4$s,
     "Status": {"IsLogging": %3$s}, "EventSelectors": [%5$s]}\
    """
        .formatted(home, multiRegion, logging, global, selector);
  }
}
