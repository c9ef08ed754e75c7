package dev.tocsin.catalog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.filterpattern.FilterPattern;
import dev.tocsin.filterpattern.ParseProblem;
import dev.tocsin.filterpattern.Parsed;
import dev.tocsin.filterpattern.json.JsonProblem;
import dev.tocsin.filterpattern.json.JsonTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The files of one rule folder; what is missing or malformed becomes a problem. */
record RuleFiles(Path folder, Problems problems) {

  String id() {
    return name(folder);
  }

  Problems.Place at(String file) {
    return problems.at(id(), file);
  }

  boolean has(String file) {
    return Files.exists(folder.resolve(file));
  }

  /** The text of a file, without the line break that ends it. */
  Optional<String> text(String file, String fix) {
    Path path = folder.resolve(file);
    if (!Files.isRegularFile(path)) {
      at(file).add("a file", "nothing", fix);
      return Optional.empty();
    }
    try {
      return Optional.of(Files.readString(path).stripTrailing());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read `" + path + "`", e);
    }
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

  /**
   * The names of the files and folders below {@code directory}, sorted; empty if it is not there.
   */
  List<String> list(String directory) {
    Path path = directory.isEmpty() ? folder : folder.resolve(directory);
    if (!Files.isDirectory(path)) {
      return List.of();
    }
    try (Stream<Path> children = Files.list(path)) {
      return children.map(RuleFiles::name).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list `" + path + "`", e);
    }
  }

  /** The files below {@code directory} with that ending, without it; others are problems. */
  List<String> list(String directory, String ending) {
    List<String> names = new ArrayList<>();
    for (String name : list(directory)) {
      if (name.endsWith(ending)) {
        names.add(name.substring(0, name.length() - ending.length()));
      } else {
        at(directory + "/" + name)
            .add("only files ending in `" + ending + "`", "`" + name + "`", "rename or remove it");
      }
    }
    return names;
  }

  /** A path's last part; folders of a jar may end in a slash. */
  static String name(Path path) {
    return path.getFileName().toString().replace("/", "");
  }

  private static String line(JsonProcessingException e) {
    return e.getLocation() == null ? "" : " in line " + e.getLocation().getLineNr();
  }
}
