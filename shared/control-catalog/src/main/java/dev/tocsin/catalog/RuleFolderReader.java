package dev.tocsin.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.filterpattern.FilterPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads one rule folder into a {@link Control}. */
final class RuleFolderReader {

  private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final Set<String> ENTRIES =
      Set.of(
          "README.md",
          "parameters.json",
          "control.json",
          "required.pattern",
          "required",
          "published",
          "event-pattern.json",
          "events",
          "filters");

  private RuleFolderReader() {}

  /** The control, or nothing if problems were added that leave none. */
  static Optional<Control> read(RuleFiles files, RecordFacts shared) {
    checkNames(files);
    Parameters parameters = Parameters.read(files);
    List<Example> examples = examples(files, "events/raises-alarm");
    Optional<ControlFile> file = ControlFile.read(files, shared.about(sources(examples)));
    Optional<FilterPattern> required =
        files.pattern("required.pattern", "write the events that must raise the alarm");
    Optional<ObjectNode> eventPattern = eventPattern(files);
    if (file.isEmpty() || required.isEmpty()) {
      return Optional.empty();
    }
    ControlFile control = file.get();
    return Optional.of(
        new Control(
            files.id(),
            control.title(),
            parameters.description(),
            parameters.period(),
            control.severity(),
            control.noise(),
            control.since(),
            control.delivery(),
            control.asksForEventRule(),
            control.eventRuleState(),
            control.sections(),
            parameters.ruleSets(),
            required.get(),
            control.wordings().required(),
            control.wordings().published(),
            control.facts(),
            examples,
            examples(files, "events/stays-silent"),
            eventPattern));
  }

  private static Set<String> sources(List<Example> examples) {
    return examples.stream()
        .map(example -> example.event().path("eventSource").asText())
        .collect(Collectors.toSet());
  }

  private static void checkNames(RuleFiles files) {
    if (!ID.matcher(files.id()).matches()) {
      files
          .at("")
          .add("a folder in kebab-case", "`" + files.id() + "`", "rename it, `like-this-one`");
    }
    files.text("README.md", "say what goes unseen without the control");
    for (String entry : files.texts().list("")) {
      if (!ENTRIES.contains(entry)) {
        files.at(entry).add("only " + ENTRIES, "`" + entry + "`", "rename or remove it");
      }
    }
  }

  /** The records of every file in a folder of events; a file holds one record or a list. */
  static List<Example> examples(RuleFiles files, String directory) {
    List<Example> examples = new ArrayList<>();
    for (String name : files.list(directory, ".json")) {
      String file = directory + "/" + name + ".json";
      JsonNode json = files.json(file, "").orElse(null);
      if (json instanceof ObjectNode event) {
        examples.add(new Example(file, event));
      } else if (json != null && json.isArray() && !json.isEmpty()) {
        for (JsonNode element : json) {
          if (element instanceof ObjectNode event) {
            examples.add(new Example(file, event));
          } else {
            files.at(file).add("a list of records", "`" + element + "` in it", "write `{ … }`");
          }
        }
      } else if (json != null) {
        files.at(file).add("a record or a list of records", "something else", "write `{ … }`");
      }
    }
    return examples;
  }

  private static Optional<ObjectNode> eventPattern(RuleFiles files) {
    String file = "event-pattern.json";
    if (!files.has(file)) {
      return Optional.empty();
    }
    Optional<JsonNode> json = files.json(file, "");
    if (json.isPresent() && !json.get().isObject()) {
      files.at(file).add("an EventBridge event pattern", "`" + json.get() + "`", "write `{ … }`");
      return Optional.empty();
    }
    return json.map(ObjectNode.class::cast);
  }
}
