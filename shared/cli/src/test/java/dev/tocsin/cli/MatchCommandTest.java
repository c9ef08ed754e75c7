package dev.tocsin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.cli.io.ExitCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MatchCommandTest {

  @TempDir private Path folder;

  @Test
  void everyEventGetsALineWithItsId() throws Exception {
    Path events =
        Files.write(
            folder.resolve("events.jsonl"),
            List.of(
                "{\"eventName\": \"StopLogging\", \"eventID\": \"e-1\"}",
                "{\"id\": 7, \"event\": {\"eventName\": \"StartLogging\"}}",
                "\"StopLogging as a raw text\""));
    Run run =
        Run.tocsin("match", "--pattern", "{ $.eventName = Stop* }", "--events", events.toString());
    assertThat(run.out().lines())
        .containsExactly(
            "{\"id\":\"e-1\",\"match\":true,\"reason\":null}",
            "{\"id\":7,\"match\":false,\"reason\":null}",
            "{\"id\":3,\"match\":false,\"reason\":null}");
    assertThat(run.exitCode()).isEqualTo(ExitCode.GOOD);
  }

  @Test
  void aTextEventIsRawLogText() throws Exception {
    Path vectors =
        Files.write(
            folder.resolve("vectors.jsonl"),
            List.of(
                "{\"id\": \"a\", \"pattern\": \"ERROR\", \"event\": \"[ERROR 400] BAD REQUEST\"}",
                "{\"id\": \"b\", \"pattern\": \"{ $.a = 1.0 }\", \"event\": {\"a\": 1.0}}"));
    assertThat(Run.tocsin("match", "--vectors", vectors.toString()).out().lines())
        .containsExactly(
            "{\"id\":\"a\",\"match\":true,\"reason\":null}",
            "{\"id\":\"b\",\"match\":true,\"reason\":null}");
  }

  @Test
  void aPatternThatAwsRefusesIsAnsweredWithNullAndTheReason() throws Exception {
    Path vectors =
        Files.write(
            folder.resolve("vectors.jsonl"),
            List.of("{\"id\": \"a\", \"pattern\": \"{ $.a = }\", \"event\": {}}"));
    Run run = Run.tocsin("match", "--vectors", vectors.toString());
    assertThat(run.out())
        .startsWith("{\"id\":\"a\",\"match\":null,\"reason\":\"pattern `{ $.a = }`");
    assertThat(run.exitCode()).isEqualTo(ExitCode.NOT_GOOD);
  }

  @Test
  void aRefusedPatternAnswersEveryEventWithNull() throws Exception {
    Path events = Files.write(folder.resolve("events.jsonl"), List.of("{}"));
    Run run = Run.tocsin("match", "--pattern", "{ $.a = }", "--events", events.toString());
    assertThat(run.out())
        .startsWith("{\"id\":1,\"match\":null,\"reason\":\"pattern `{ $.a = }`: at offset");
    assertThat(run.exitCode()).isEqualTo(ExitCode.NOT_GOOD);
  }
}
