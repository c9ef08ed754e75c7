package dev.tocsin.chain.eventbridge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.chain.model.BadSnapshot;
import dev.tocsin.chain.model.SnapshotJson;
import dev.tocsin.filterpattern.FilterPattern;
import org.junit.jupiter.api.Test;

/** What the trails of a Region record. */
class RecordingTest {

  private static final String ALL =
      "{\"ReadWriteType\": \"All\", \"IncludeManagementEvents\": true}";

  @Test
  void a_multi_region_trail_of_all_management_events_records_everything_everywhere()
      throws BadSnapshot {
    Recording recording = recording("ap-south-1", trail("eu-west-1", true, true, true, ALL));
    assertThat(recording.missing()).isEmpty();
    assertThat(recording.kept()).isEmpty();
  }

  @Test
  void without_a_trail_nothing_comes() throws BadSnapshot {
    assertThat(recording("eu-west-1", "").missing())
        .hasValueSatisfying(finding -> assertThat(finding.problem()).startsWith("no trail logs"));
  }

  @Test
  void a_trail_that_is_stopped_records_nothing() throws BadSnapshot {
    assertThat(recording("eu-west-1", trail("eu-west-1", true, false, true, ALL)).missing())
        .isPresent();
  }

  @Test
  void a_trail_whose_status_was_not_read_cannot_be_shown_to_record() throws BadSnapshot {
    String unread = trail("eu-west-1", true, true, true, ALL).replace("\"Status\"", "\"Other\"");
    assertThat(recording("eu-west-1", unread).missing())
        .hasValueSatisfying(
            finding -> {
              assertThat(finding.decided()).isFalse();
              assertThat(finding.problem()).contains("it logs management events");
            });
  }

  @Test
  void a_trail_of_one_region_records_there_only() throws BadSnapshot {
    String trail = trail("eu-west-1", false, true, true, ALL);
    assertThat(recording("eu-west-1", trail).missing()).isEmpty();
    assertThat(recording("us-east-1", trail).missing()).isPresent();
  }

  @Test
  void a_trail_without_global_services_does_not_count_in_their_region() throws BadSnapshot {
    String trail = trail("eu-west-1", true, true, false, ALL);
    assertThat(recording("eu-west-1", trail).missing()).isEmpty();
    assertThat(recording("us-east-1", trail).missing()).isPresent();
  }

  @Test
  void a_trail_of_data_events_records_no_management_events() throws BadSnapshot {
    String data = "{\"ReadWriteType\": \"All\", \"IncludeManagementEvents\": false}";
    assertThat(recording("eu-west-1", trail("eu-west-1", true, true, true, data)).missing())
        .isPresent();
  }

  @Test
  void a_trail_of_writes_keeps_writes() throws BadSnapshot {
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
