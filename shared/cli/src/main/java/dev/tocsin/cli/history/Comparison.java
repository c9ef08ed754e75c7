package dev.tocsin.cli.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.chain.verdict.Visible;
import dev.tocsin.cli.history.Touches.Touch;
import dev.tocsin.cli.io.InputProblem;
import dev.tocsin.cli.io.Json;
import dev.tocsin.records.Fields;
import dev.tocsin.records.RecordFolders;
import dev.tocsin.records.RecordReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What changed from one run to another, and the records of the time between that touched it. */
record Comparison(VerdictFile was, VerdictFile is, List<Change> changes, Touches touches) {

  private static final int TOUCHES_SHOWN = 5;

  /**
   * Compares two runs.
   *
   * @param records files and folders of CloudTrail records
   * @throws InputProblem if the runs are on two accounts, or records cannot be read
   */
  static Comparison of(VerdictFile was, VerdictFile is, List<Path> records) {
    if (!was.account().equals(is.account())) {
      throw new InputProblem(
          "expected two runs on one account, found `%s` and `%s`"
              .formatted(was.account(), is.account()));
    }
    List<Change> changes = Change.between(was, is);
    return new Comparison(
        was, is, changes, touches(changes, was.evaluatedAt(), is.evaluatedAt(), records));
  }

  /** Whether a control, or another of its links, became broken. */
  boolean isWorse() {
    return changes.stream().anyMatch(change -> !change.came().isEmpty());
  }

  /** Whether some of the records could not be read. */
  boolean isDamaged() {
    return !touches.damages().isEmpty();
  }

  private static Touches touches(List<Change> changes, String from, String to, List<Path> records) {
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

  /** For people. */
  String table() {
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

  /** For programs. */
  ObjectNode json() {
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
