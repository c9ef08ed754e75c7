package dev.tocsin.cli.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.chain.verdict.Visible;
import dev.tocsin.cli.history.Touches.Touch;
import dev.tocsin.cli.io.ExitCode;
import dev.tocsin.cli.io.Format;
import dev.tocsin.cli.io.FormatOption;
import dev.tocsin.cli.io.InputProblem;
import dev.tocsin.cli.io.Json;
import dev.tocsin.cli.io.Terminal;
import dev.tocsin.records.Fields;
import dev.tocsin.records.RecordFolders;
import dev.tocsin.records.RecordReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tocsin diff}: what became broken or whole between two runs, and who did it. */
@Command(
    name = "diff",
    description = {
      "What became broken or whole between two runs, and who did it?",
      "Compares two documents of `tocsin evaluate --format json`."
    },
    footer = {
      "",
      "Example:",
      "  tocsin diff last.json now.json --records records/2026/11",
      "",
      "Exit code 0; 1 if a control or another of its links became broken; 2 if an input is not what",
      "it should be."
    })
public final class DiffCommand implements Callable<Integer> {

  private static final int TOUCHES_SHOWN = 5;

  private final Terminal terminal;

  @Parameters(index = "0", paramLabel = "BEFORE", description = "The earlier run.")
  private Path before;

  @Parameters(index = "1", paramLabel = "AFTER", description = "The later run.")
  private Path after;

  @Option(
      names = "--records",
      paramLabel = "FILE",
      description =
          "CloudTrail records of the time between, a file or folder; may be repeated. Names the"
              + " changes to what the chains were made of.")
  private List<Path> records = List.of();

  @Mixin private FormatOption format = FormatOption.table();

  /** The command, writing there. */
  public DiffCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    VerdictFile was = VerdictFile.read(before);
    VerdictFile is = VerdictFile.read(after);
    if (!was.account().equals(is.account())) {
      throw new InputProblem(
          "expected two runs on one account, found `%s` and `%s`"
              .formatted(was.account(), is.account()));
    }
    List<Change> changes = Change.between(was, is);
    Touches touches = touches(changes, was.evaluatedAt(), is.evaluatedAt());
    terminal
        .out()
        .println(
            format.on(terminal) == Format.JSON
                ? Json.pretty(json(was, is, changes, touches))
                : table(was, is, changes, touches));
    if (!touches.damages().isEmpty()) {
      return ExitCode.BAD_INPUT;
    }
    boolean worse = changes.stream().anyMatch(change -> !change.came().isEmpty());
    return worse ? ExitCode.NOT_GOOD : ExitCode.GOOD;
  }

  private Touches touches(List<Change> changes, String from, String to) {
    Set<String> things = new HashSet<>();
    changes.forEach(change -> things.addAll(change.things()));
    Touches touches = new Touches(things, from, to);
    RecordReader reader = new RecordReader(Fields.ALL);
    try {
      RecordFolders.of(records).forEach(source -> reader.read(source, touches));
    } catch (UncheckedIOException e) {
      throw new InputProblem(e.getCause().getMessage());
    }
    return touches;
  }

  private static String table(
      VerdictFile was, VerdictFile is, List<Change> changes, Touches touches) {
    StringBuilder table = new StringBuilder();
    table.append(
        Visible.of(
            "account %s, from %s to %s"
                .formatted(is.account(), was.evaluatedAt(), is.evaluatedAt())));
    touches.damages().forEach(damage -> table.append("\ndamaged: ").append(Visible.of(damage)));
    if (changes.isEmpty()) {
      return table.append("\nnothing changed").toString();
    }
    for (Change change : changes) {
      table.append("\n\n").append(Visible.of(change.control() + " " + change.kind().words()));
      change
          .came()
          .forEach(finding -> table.append("\n    now:  ").append(Visible.of(words(finding))));
      change
          .went()
          .forEach(finding -> table.append("\n    gone: ").append(Visible.of(words(finding))));
      touches.of(change.things()).stream()
          .limit(TOUCHES_SHOWN)
          .forEach(touch -> table.append("\n    by:   ").append(Visible.of(words(touch))));
    }
    return table.toString();
  }

  private static String words(JsonNode finding) {
    return "%s `%s`: %s"
        .formatted(
            finding.path("link").asText().toLowerCase(Locale.ROOT).replace('_', ' '),
            finding.path("subject").asText(),
            finding.path("problem").asText());
  }

  private static String words(Touch touch) {
    return "%s %s %s on `%s` by %s"
        .formatted(
            touch.event().eventTime(),
            touch.event().eventId(),
            touch.event().eventName(),
            touch.thing(),
            touch.event().principal());
  }

  private static ObjectNode json(
      VerdictFile was, VerdictFile is, List<Change> changes, Touches touches) {
    ObjectNode json =
        Json.object()
            .put("account", is.account())
            .put("before", was.evaluatedAt())
            .put("after", is.evaluatedAt());
    json.set("damages", Json.strings(touches.damages()));
    ArrayNode list = json.putArray("changes");
    for (Change change : changes) {
      ObjectNode one =
          list.addObject().put("control", change.control()).put("kind", change.kind().name());
      one.putArray("came").addAll(change.came());
      one.putArray("went").addAll(change.went());
      ArrayNode by = one.putArray("touchedBy");
      touches
          .of(change.things())
          .forEach(
              touch ->
                  by.addObject()
                      .put("thing", touch.thing())
                      .put("eventTime", touch.event().eventTime())
                      .put("eventID", touch.event().eventId())
                      .put("eventName", touch.event().eventName())
                      .put("principal", touch.event().principal()));
    }
    return json;
  }
}
