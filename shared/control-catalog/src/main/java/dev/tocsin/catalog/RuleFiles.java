package dev.tocsin.catalog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.filterpattern.FilterPattern;
import dev.tocsin.filterpattern.ParseProblem;
import dev.tocsin.filterpattern.Parsed;
import dev.tocsin.filterpattern.json.JsonProblem;
import dev.tocsin.filterpattern.json.JsonTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The files of one rule folder; what is missing or malformed becomes a problem. */
record RuleFiles(FolderTexts texts, Problems problems) {

  String id() {
    return texts.id();
  }

  Problems.Place at(String file) {
    return problems.at(id(), file);
  }

  /** Whether the folder itself has an entry of that name. */
  boolean has(String file) {
    return texts.list("").contains(file);
  }

  /** The text of a file, without the line break that ends it. */
  Optional<String> text(String file, String fix) {
    Optional<String> text = texts.text(file);
    if (text.isEmpty()) {
      at(file).add("a file", "nothing", fix);
    }
    return text.map(String::stripTrailing);
  }

  Optional<JsonNode> json(String file, String fix) {
    return text(file, fix).flatMap(text -> parse(file, text));
  }

  private Optional<JsonNode> parse(String file, String text) {
    try {
      JsonNode node = JsonTree.read(text);
      if (!node.isMissingNode()) {
        return Optional.of(node);
      }
      at(file).add("JSON", "an empty file", "fill it in");
    } catch (JsonProcessingException e) {
      at(file).add("JSON", "none: " + JsonProblem.of(e) + line(e), "repair that line");
    }
    return Optional.empty();
  }

  /** JSON that is text inside another file, such as RDK's input parameters. */
  static Optional<JsonNode> embedded(String text, Problems.Place place) {
    try {
      return Optional.of(JsonTree.read(text));
    } catch (JsonProcessingException e) {
      place.add("JSON in a text", "none: " + JsonProblem.of(e), "repair the quotes");
      return Optional.empty();
    }
  }

  /** JSON that was written by this program. */
  static JsonNode parsed(String text) {
    try {
      return JsonTree.read(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no JSON: `" + text + "`", e);
    }
  }

  /**
   * A pattern that has to be there; a blank one, as filters may have, would be about every event.
   */
  Optional<FilterPattern> pattern(String file, String fix) {
    Optional<String> text = text(file, fix);
    if (text.filter(String::isBlank).isPresent()) {
      at(file).add("a pattern", "nothing", fix);
      return Optional.empty();
    }
    Optional<Parsed> parsed = text.map(FilterPattern::parse);
    if (parsed.isPresent() && parsed.get() instanceof ParseProblem problem) {
      at(file)
          .add(
              problem.expected() + " at offset " + problem.offset(),
              problem.found(),
              problem.fix());
      return Optional.empty();
    }
    return parsed.map(FilterPattern.class::cast);
  }

  /** The files below {@code directory} with that ending, without it; others are problems. */
  List<String> list(String directory, String ending) {
    List<String> names = new ArrayList<>();
    for (String name : texts.list(directory)) {
      if (name.endsWith(ending)) {
        names.add(name.substring(0, name.length() - ending.length()));
      } else {
        at(directory + "/" + name)
            .add("only files ending in `" + ending + "`", "`" + name + "`", "rename or remove it");
      }
    }
    return names;
  }

  private static String line(JsonProcessingException e) {
    return e.getLocation() == null ? "" : " in line " + e.getLocation().getLineNr();
  }
}
