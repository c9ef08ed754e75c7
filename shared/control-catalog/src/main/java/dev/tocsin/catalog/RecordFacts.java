package dev.tocsin.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.filterpattern.Fact;
import dev.tocsin.filterpattern.FilterPattern;
import dev.tocsin.filterpattern.ParseProblem;
import dev.tocsin.filterpattern.Parsed;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What holds beyond one control, from {@code record-facts.json}.
 *
 * @param ofEveryRecord true of every record that CloudTrail delivers to a log group
 * @param named true of the records of the controls that name them
 */
record RecordFacts(List<Fact> ofEveryRecord, Map<String, Fact> named) {

  private static final String FILE = "record-facts.json";

  static RecordFacts read(Problems problems) {
    Problems.Place place = problems.at("shared", FILE);
    Fields file = new Fields(RuleFiles.embedded(resource(), place).orElseThrow(), "", place);
    List<Fact> all =
        file.elements("ofEveryRecord").stream().flatMap(fact -> of(fact, place).stream()).toList();
    Map<String, Fact> named = new LinkedHashMap<>();
    file.elements("named").stream()
        .flatMap(fact -> of(fact, place).stream())
        .forEach(fact -> named.put(fact.name(), fact));
    file.rejectUnknownKeys();
    return new RecordFacts(all, named);
  }

  /** The fact that a JSON object spells out. */
  static Optional<Fact> of(JsonNode node, Problems.Place place) {
    Fields fields = new Fields(node, "facts", place);
    String name = fields.text("name");
    String pattern = fields.text("pattern");
    String source = fields.text("source");
    fields.rejectUnknownKeys();
    Parsed parsed = FilterPattern.parse(pattern);
    if (parsed instanceof ParseProblem problem) {
      place.add(
          "a pattern in fact `" + name + "`",
          "`" + pattern + "`, which " + problem.message(),
          "repair it");
      return Optional.empty();
    }
    return Optional.of(new Fact(name, (FilterPattern) parsed, source));
  }

  private static String resource() {
    try (InputStream in = RecordFacts.class.getResourceAsStream(FILE)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read `" + FILE + "` from the class path", e);
    }
  }
}
