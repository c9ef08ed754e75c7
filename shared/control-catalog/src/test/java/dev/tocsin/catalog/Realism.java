package dev.tocsin.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.filterpattern.FilterPattern;
import dev.tocsin.filterpattern.ParseProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says what a reader would not believe of a record: it breaks a rule of {@code realism.jsonl}, or
 * its service never emitted an event of that name in any record that is known.
 */
final class Realism {

  private record Rule(String name, FilterPattern when, FilterPattern then) {}

  /** What the first group of each expression finds at its path is the same. */
  private record Agreement(String name, Map<String, Pattern> parts) {

    static Agreement of(JsonNode line) {
      Map<String, Pattern> parts = new TreeMap<>();
      line.get("agree")
          .properties()
          .forEach(part -> parts.put(part.getKey(), Pattern.compile(part.getValue().textValue())));
      return new Agreement(line.get("name").textValue(), parts);
    }

    boolean isBrokenBy(JsonNode record) {
      Set<String> found = new TreeSet<>();
      parts.forEach(
          (path, part) -> {
            Matcher text = part.matcher(record.at(path).asText());
            if (text.find()) {
              found.add(text.group(1));
            }
          });
      return found.size() > 1;
    }
  }

  private final List<Rule> rules = new ArrayList<>();
  private final List<Agreement> agreements = new ArrayList<>();
  private final Set<String> events = new TreeSet<>();

  Realism() {
    for (JsonNode line : JsonLinesFile.read("/records/realism.jsonl")) {
      if (line.has("agree")) {
        agreements.add(Agreement.of(line));
      } else {
        rules.add(
            new Rule(line.get("name").textValue(), pattern(line, "when"), pattern(line, "then")));
      }
    }
    for (JsonNode profile : JsonLinesFile.read("/records/public-records.jsonl")) {
      profile.get("events").forEach(event -> events.add(event.textValue()));
    }
    RuleFolder.all()
        .forEach(
            folder -> {
              folder.raisesAlarm().forEach(example -> events.add(event(example.event())));
              folder.staysSilent().forEach(example -> events.add(event(example.event())));
            });
    events.add("ec2.amazonaws.com StartInstances");
  }

  private static FilterPattern pattern(JsonNode line, String field) {
    if (FilterPattern.parse(line.get(field).textValue()) instanceof ParseProblem problem) {
      throw new IllegalArgumentException(line.get("name") + ": " + problem.message());
    }
    return FilterPattern.of(line.get(field).textValue());
  }

  private static String event(JsonNode record) {
    return record.path("eventSource").asText() + " " + record.path("eventName").asText();
  }

  /** What is not believed, in words; empty for a record that could be real. */
  List<String> doubts(JsonNode record) {
    List<String> doubts = new ArrayList<>();
    for (Rule rule : rules) {
      if (rule.when().matches(record) && !rule.then().matches(record)) {
        doubts.add(rule.name());
      }
    }
    for (Agreement agreement : agreements) {
      if (agreement.isBrokenBy(record)) {
        doubts.add(agreement.name());
      }
    }
    if (!events.contains(event(record))) {
      doubts.add("no record of " + event(record) + " is known");
    }
    return doubts;
  }
}
