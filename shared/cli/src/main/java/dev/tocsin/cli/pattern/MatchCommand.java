package dev.tocsin.cli.pattern;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.cli.io.FormatOption;
import dev.tocsin.cli.io.InputFiles;
import dev.tocsin.cli.io.InputProblem;
import dev.tocsin.cli.io.JsonLines;
import dev.tocsin.cli.io.Terminal;
import dev.tocsin.cli.pattern.MatchPrinter.Answer;
import dev.tocsin.filterpattern.FilterPattern;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tocsin match}: which events a pattern matches, as CloudWatch Logs would say. */
@Command(
    name = "match",
    description = {
      "Which events does a pattern match?",
      "Prints a JSON line for each: match is true, false, or null where AWS refuses the pattern."
    },
    footer = {
      "",
      "Example:",
      "  tocsin match --pattern '{ $.eventName = Stop* }' --events records.jsonl",
      "  aws s3 cp s3://BUCKET/KEY.json.gz - | tocsin match --pattern '...' --events -",
      "",
      "A line of --events is a CloudTrail record, a text (a raw log line), or {\"event\": either}.",
      "A line of --vectors is {\"id\": 1, \"pattern\": TEXT, \"event\": record or text}.",
      "Exit code 0 if every line was answered with true or false, 1 if some answer is null, "
          + "2 if some line could not be used; it is answered with {\"id\", \"error\"}."
    })
public final class MatchCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Mixin private FormatOption format = FormatOption.byReader();

  @ArgGroup(multiplicity = "1")
  private EventsOrVectors asked;

  /** One pattern with events, or a file of both. */
  static final class EventsOrVectors {
    @ArgGroup(exclusive = false)
    private PatternAndEvents one;

    @Option(
        names = "--vectors",
        paramLabel = "FILE",
        required = true,
        description = "Answer each line of this JSON Lines file, in order.")
    private Path vectors;
  }

  /** A pattern and the file of events to try it on. */
  static final class PatternAndEvents {
    @Option(
        names = "--pattern",
        paramLabel = "TEXT",
        required = true,
        description = "The filter pattern.")
    private String pattern;

    @Option(
        names = "--events",
        paramLabel = "FILE",
        required = true,
        description =
            "Events to try it on: a file as CloudTrail delivers it, gzip or not, a folder of them,"
                + " or a JSON Lines file; `-` is standard input.")
    private Path events;
  }

  /** The command, writing there. */
  public MatchCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    var printer = new MatchPrinter(terminal, format.on(terminal));
    if (asked.vectors != null) {
      InputFiles.requireLines(
          asked.vectors,
          JsonLines.answer(asked.vectors, MatchCommand::vector, printer::line, printer::refusal));
    } else {
      Question question = question(asked.one.pattern);
      Patterns.noteEmpty(List.of(asked.one.pattern), terminal);
      match(question, RecordFiles.at(asked.one.events), printer);
      if (!printer.printed()) {
        throw new InputProblem(
            "expected an event in `%s`, found none".formatted(InputFiles.name(asked.one.events)));
      }
    }
    return printer.exitCode();
  }

  private void match(Question question, RecordFiles events, MatchPrinter printer) {
    if (events.areDocuments()) {
      events.read((id, event) -> printer.line(question.of(id, event)), printer::refusal);
    } else {
      JsonLines.answer(
          asked.one.events,
          events.lines(),
          line -> question.of(eventId(line), event(line)),
          printer::line,
          printer::refusal);
    }
  }

  /**
   * What is asked of every event: whether the pattern matches it, or why AWS refuses the pattern.
   */
  private interface Question {
    Answer of(JsonNode id, JsonNode event);
  }

  private static Question question(String text) {
    try {
      FilterPattern pattern = Patterns.parse(text);
      return (id, event) -> answer(id, pattern, event);
    } catch (Patterns.Refused refused) {
      Optional<String> why = Optional.of(refused.getMessage());
      return (id, event) -> new Answer(id, Optional.empty(), why);
    }
  }

  private static Answer vector(JsonLines.Line line) {
    JsonNode event = line.json().get("event");
    if (event == null) {
      throw new InputProblem(
          "line " + line.number() + ": expected a record or a text in `event`, found nothing");
    }
    return question(Patterns.text(line, "pattern")).of(line.id(), event);
  }

  private static Answer answer(JsonNode id, FilterPattern pattern, JsonNode event) {
    boolean match = event.isTextual() ? pattern.matches(event.textValue()) : pattern.matches(event);
    return new Answer(id, Optional.of(match), Optional.empty());
  }

  /** A line may be the event itself or hold it beside other things. */
  private static JsonNode event(JsonLines.Line line) {
    JsonNode wrapped = line.json().get("event");
    return wrapped == null || line.json().has("eventName") ? line.json() : wrapped;
  }

  private static JsonNode eventId(JsonLines.Line line) {
    JsonNode eventId = event(line).get("eventID");
    return line.json().has("id") || eventId == null ? line.id() : eventId;
  }
}
