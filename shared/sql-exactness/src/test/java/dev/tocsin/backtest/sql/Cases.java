package dev.tocsin.backtest.sql;

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
import dev.tocsin.filterpattern.syntax.Expression;
import dev.tocsin.filterpattern.syntax.Selector;
import dev.tocsin.filterpattern.syntax.Selector.Step;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/** Patterns and records for which SQL must answer as the matcher does. */
final class Cases {

  private static final Path SEMANTICS =
      Path.of(
          System.getProperty("tocsin.root"), "shared/filter-pattern/src/test/resources/semantics");
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  final Set<FilterPattern> patterns = new LinkedHashSet<>();
  final Set<ObjectNode> records = new LinkedHashSet<>();

  /**
   * The controls' own, published and required, with their examples.
   *
   * @param each how many of the records that raise a control's alarm, and of those that do not
   */
  static Cases ofControls(int each) {
    Cases cases = new Cases();
    for (Control control : ControlCatalog.load().controls()) {
      if (control.isSeenByTrails()) {
        cases.patterns.add(control.required());
        cases.patterns.addAll(control.otherRequired().values());
        control.published().forEach(published -> cases.add(published.text()));
        Stream.of(control.examples(), control.silent())
            .flatMap(examples -> examples.stream().limit(each))
            .map(Example::event)
            .forEach(cases.records::add);
      }
    }
    return cases;
  }

  /** What AWS answered, moved into {@code requestParameters}, which may hold anything. */
  static Cases ofSemantics() {
    Cases cases = new Cases();
    try (Stream<Path> files = Files.list(SEMANTICS)) {
      for (Path file : files.sorted().toList()) {
        for (JsonNode vector : JSON.readTree(Files.readString(file))) {
          if (FilterPattern.parse(vector.path("pattern").asText()) instanceof FilterPattern pattern
              && pattern.expression().isPresent()
              && !vector.path("event").asText().isBlank()) {
            cases.patterns.add(FilterPattern.of(moved(pattern.expression().get())));
            cases.records.add(moved(vector.get("event").textValue()));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return cases;
  }

  /** Values, operators and shapes in any combination. */
  static Cases random(Random random, int patterns, int records) {
    Cases cases = new Cases();
    RandomSyntax syntax = new RandomSyntax(random);
    while (cases.patterns.size() < patterns) {
      cases.add(syntax.pattern());
    }
    while (cases.records.size() < records) {
      cases.records.add(syntax.record());
    }
    return cases;
  }

  private void add(String pattern) {
    if (FilterPattern.parse(pattern) instanceof FilterPattern parsed
        && parsed.expression().isPresent()) {
      patterns.add(parsed);
    }
  }

  private static ObjectNode moved(String event) {
    ObjectNode record = JSON.createObjectNode().put("eventName", "Any");
    try {
      JsonNode value = JSON.readTree(event);
      if (value.isObject()) {
        record.set("requestParameters", value);
      }
    } catch (JsonProcessingException e) {
      // Raw text is no object, and nothing matches it.
    }
    return record;
  }

  private static Expression moved(Expression expression) {
    return expression.fold(
        and -> new Expression.And(and.parts().stream().map(Cases::moved).toList()),
        or -> new Expression.Or(or.parts().stream().map(Cases::moved).toList()),
        leaf -> {
          List<Step> steps = new ArrayList<>(List.of(new Step.Name("requestParameters")));
          steps.addAll(leaf.selector().steps());
          Selector selector = new Selector(steps);
          return leaf instanceof Expression.Comparison comparison
              ? new Expression.Comparison(selector, comparison.operator(), comparison.value())
              : new Expression.State(selector, ((Expression.State) leaf).kind());
        });
  }
}
