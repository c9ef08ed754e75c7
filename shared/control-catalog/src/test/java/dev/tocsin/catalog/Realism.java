package dev.tocsin.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.filterpattern.FilterPattern;
import dev.tocsin.filterpattern.ParseProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Says what a reader would not believe of a record: it breaks a rule of {@code realism.jsonl}, or
 * its service never emitted an event of that name in any record that is known.
 */
final class Realism {

  private record Rule(String name, FilterPattern when, FilterPattern then) {}

  private final List<Rule> rules = new ArrayList<>();
  private final Set<String> events = new TreeSet<>();

  Realism() {
    for (JsonNode line : JsonLinesFile.read("/records/realism.jsonl")) {
      rules.add(
          new Rule(line.get("name").textValue(), pattern(line, "when"), pattern(line, "then")));
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
    if (!events.contains(event(record))) {
      doubts.add("no record of " + event(record) + " is known");
    }
    return doubts;
  }
}
