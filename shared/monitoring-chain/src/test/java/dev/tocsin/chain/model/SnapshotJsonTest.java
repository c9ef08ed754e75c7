package dev.tocsin.chain.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SnapshotJsonTest {
  private static final String EMPTY =
      "{\"account\": \"111122223333\", \"region\": \"eu-west-1\", \"takenAt\": %s%s}";

  @Test
  void whatIsWrittenReadsBackTheSame() throws Exception {
    Snapshot snapshot = SnapshotJson.read(base(), "base.json");

    assertThat(SnapshotJson.read(SnapshotJson.write(snapshot), "again")).isEqualTo(snapshot);
    assertThat(SnapshotJson.write(snapshot)).contains("\"TrailARN\"").doesNotContain("null");
  }

  /** The JSON library says of these limits not where they are passed. */
  @Test
  void whatIsBeyondTheLimitsOfTheJsonLibraryIsRefused() {
    String longName = "\"" + "n".repeat(60_000) + "\": 1";
    String deep = "\"trails\": " + "[".repeat(3_000) + "]".repeat(3_000);
    for (String member : List.of(longName, deep)) {
      assertThatThrownBy(
              () ->
                  SnapshotJson.read(
                      EMPTY.formatted("\"2026-11-20T12:00:00Z\"", ", " + member), "a file"))
          .isInstanceOf(BadSnapshot.class)
          .hasMessageStartingWith("`a file`")
          .hasMessageNotContaining("StreamReadConstraints");
    }
  }

  @Test
  void absentListsAreEmptyAndAbsentObjectsAreUnread() throws Exception {
    Snapshot snapshot =
        SnapshotJson.read(
            EMPTY.formatted(
                "\"2026-11-20T12:00:00Z\"",
                ", \"trails\": [{\"Name\": \"t\", \"TrailARN\": \"a\", \"HomeRegion\": \"eu-west-1\","
                    + " \"SnsTopicARN\": null, \"LogFileValidationEnabled\": true}],"
                    + " \"regions\": {\"eu-west-1\": {}}"),
            "t");

    assertThat(snapshot.trails().get(0).status()).isNull();
    assertThat(snapshot.trails().get(0).multiRegion()).isFalse();
    assertThat(snapshot.trails().get(0).includeGlobalServiceEvents()).isTrue();
    assertThat(snapshot.in("eu-west-1").orElseThrow().metricFilters()).isEmpty();
    assertThat(snapshot.in("us-east-1")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "1795176000,                            2026-11-20T12:00:00Z",
    "1795176000.25,                         2026-11-20T12:00:00.250Z",
    "\"2026-11-20T13:00:00.5+01:00\",       2026-11-20T12:00:00.500Z",
    "\"2026-11-20T12:00:00.000000+00:00\",  2026-11-20T12:00:00Z",
  })
  void timesAreReadAsTheCliPrintsThem(String written, Instant expected) throws Exception {
    assertThat(SnapshotJson.read(EMPTY.formatted(written, ""), "t").takenAt()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | `a.json` line 1 column 2: `account` is missing",
        "null | `a.json` line 1 column 1: expected an object, found null",
        "{\"account\": } | `a.json` line 1 column 13",
        "[] | `a.json` line 1 column 1: expected an object",
        "{\"account\": \"1\", \"region\": \"r\", \"takenAt\": \"soon\"} | at `takenAt`: expected a time"
            + " such as 2026-11-21T05:00:00Z",
        "{\"account\": \"1\", \"region\": \"r\", \"takenAt\": 1, \"trails\": 5} | at `trails`: expected a"
            + " list",
        "{\"account\": \"1\", \"region\": \"r\", \"takenAt\": 1, \"trails\": [{\"Name\": \"t\"}]} |"
            + " `trails[0].TrailARN` is missing",
        "{\"account\": \"1\", \"region\": \"r\", \"takenAt\": 1, \"regions\": {\"r\": {\"MetricAlarms\":"
            + " [{\"AlarmName\": \"a\", \"Threshold\": \"high\"}]}}} |"
            + " `regions.r.MetricAlarms[0].Threshold`: expected a number",
      })
  void aTextThatIsNoSnapshotGetsOneLineThatNamesThePlace(String text, String message) {
    assertThatThrownBy(() -> SnapshotJson.read(text, "a.json"))
        .isInstanceOf(BadSnapshot.class)
        .hasMessageContaining(message.strip())
        .extracting(Throwable::getMessage)
        .asString()
        .doesNotContain("\n", "java.", "com.fasterxml");
  }

  private static String base() throws IOException {
    try (InputStream in = SnapshotJsonTest.class.getResourceAsStream("/cases/base.json")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
