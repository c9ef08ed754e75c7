package dev.tocsin.cli.pattern;

import dev.tocsin.cli.io.InputFiles;
import dev.tocsin.filterpattern.eventbridge.EventPattern;
import dev.tocsin.filterpattern.eventbridge.EventPatternProblem;
import dev.tocsin.filterpattern.eventbridge.ParsedEventPattern;
import java.nio.file.Path;
import java.util.ArrayList;
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

  /** Whether a rule is given. */
  boolean hasRules() {
    return !eventPatterns.isEmpty();
  }

  /** The event patterns, parsed. */
  List<EventPattern> eventPatterns() throws Patterns.Refused {
    List<EventPattern> patterns = new ArrayList<>();
    for (String given : eventPatterns) {
      String text = given.strip().startsWith("{") ? given : InputFiles.text(Path.of(given)).strip();
      ParsedEventPattern parsed = EventPattern.parse(text);
      if (parsed instanceof EventPatternProblem problem) {
        throw new Patterns.Refused(problem);
      }
      patterns.add((EventPattern) parsed);
    }
    return patterns;
  }
}
