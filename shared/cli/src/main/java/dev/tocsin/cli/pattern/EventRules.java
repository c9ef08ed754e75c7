package dev.tocsin.cli.pattern;

import dev.tocsin.cli.io.InputFiles;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** EventBridge rules, by options. */
class EventRules {

  @Option(
      names = "--event-pattern",
      paramLabel = "FILE|TEXT",
      description =
          "The event pattern of a deployed EventBridge rule, or a file of it; may be repeated, and"
              + " given beside filter patterns.")
  private List<String> eventPatterns = List.of();

  /** The texts of the event patterns, those in files read. */
  List<String> eventPatterns() {
    return eventPatterns.stream()
        .map(
            given ->
                given.strip().startsWith("{") ? given : InputFiles.text(Path.of(given)).strip())
        .toList();
  }
}
