package dev.tocsin.backtest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.catalog.Control;
import dev.tocsin.catalog.ControlCatalog;
import dev.tocsin.catalog.Example;
import dev.tocsin.filterpattern.FilterPattern;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Every pattern and every event that the repository ships as a case. */
public final class Corpus {

  private static final Path SEMANTICS =
      Path.of(
          System.getProperty("tocsin.root"), "shared/filter-pattern/src/test/resources/semantics");
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private final Set<FilterPattern> patterns = new LinkedHashSet<>();
  private final Set<ObjectNode> events = new LinkedHashSet<>();

  private Corpus() {}

  /** The controls' patterns with their example records. */
  public static Corpus ofControls() {
    Corpus corpus = new Corpus();
    for (Control control : ControlCatalog.load().controls()) {
      corpus.patterns.add(control.required());
      corpus.patterns.addAll(control.otherRequired().values());
      control.published().forEach(published -> corpus.add(published.text()));
      Stream.of(control.examples(), control.silent())
          .flatMap(List::stream)
          .map(Example::event)
          .forEach(corpus.events::add);
    }
    return corpus;
  }

  /** What AWS answered, and what follows from its documentation. */
  public static Corpus ofSemantics() {
    Corpus corpus = new Corpus();
    try (Stream<Path> files = Files.list(SEMANTICS)) {
      for (Path file : files.sorted().toList()) {
        for (JsonNode vector : JSON.readTree(Files.readString(file))) {
          if (vector.path("pattern").isTextual()) {
            corpus.add(vector.get("pattern").textValue(), vector.path("event").asText());
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return corpus;
  }

  /** Authorities print event patterns, too. */
  private void add(String pattern) {
    if (FilterPattern.parse(pattern) instanceof FilterPattern parsed) {
      patterns.add(parsed);
    }
  }

  private void add(String pattern, String event) {
    add(pattern);
    try {
      if (JSON.readTree(event) instanceof ObjectNode object) {
        events.add(object);
      }
    } catch (JsonProcessingException rawText) {
      // Events that are no JSON are for the other kinds of pattern.
    }
  }

  /** The patterns, none twice. */
  public List<FilterPattern> patterns() {
    return List.copyOf(patterns);
  }

  /** The events, none twice. */
  public List<ObjectNode> events() {
    return List.copyOf(events);
  }
}
