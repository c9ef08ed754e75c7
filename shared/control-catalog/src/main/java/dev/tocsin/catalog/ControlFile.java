package dev.tocsin.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.filterpattern.Fact;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What {@code control.json} says: everything that RDK has no field for. */
record ControlFile(
    String title,
    Severity severity,
    List<String> noise,
    String since,
    Delivery delivery,
    boolean asksForEventRule,
    EventRuleState eventRuleState,
    Map<String, List<String>> sections,
    List<Fact> facts,
    Wordings wordings) {

  static final String FILE = "control.json";
  private static final String EVENT_RULE = "event-rule";

  static Optional<ControlFile> read(RuleFiles files, RecordFacts shared) {
    Problems.Place place = files.at(FILE);
    Optional<JsonNode> json = files.json(FILE, "copy it from another rule and fill it in");
    if (json.isEmpty()) {
      return Optional.empty();
    }
    Fields control = new Fields(json.get(), "", place);
    String title = control.text("title");
    Optional<Severity> severity =
        control.oneOf("severity", Severity::of, List.of(Severity.values()));
    List<String> noise = control.texts("noise");
    if (noise.isEmpty()) {
      place.add(
          "`noise`, what makes it ring in a normal account", "nothing", "add `\"noise\": [\"…\"]`");
    }
    String since = control.text("since");
    Delivery delivery =
        control.has("delivery")
            ? control
                .oneOf("delivery", Delivery::of, List.of(Delivery.values()))
                .orElse(Delivery.CLOUDTRAIL)
            : Delivery.CLOUDTRAIL;
    boolean asksForEventRule = control.has("form");
    if (asksForEventRule && !control.text("form").equals(EVENT_RULE)) {
      place.add(
          "`form` to be `" + EVENT_RULE + "`", "something else", "write it, or remove `form`");
    }
    EventRuleState state =
        control.has("eventRuleState")
            ? control
                .oneOf("eventRuleState", EventRuleState::of, List.of(EventRuleState.values()))
                .orElse(EventRuleState.ENABLED)
            : EventRuleState.ENABLED;
    Map<String, List<String>> sections = sections(files.id(), control, place);
    List<Fact> facts = facts(control, shared, delivery, place);
    Wordings wordings = Wordings.read(files, control, benchmarks(sections));
    control.rejectUnknownKeys();
    return severity.map(
        known ->
            new ControlFile(
                title,
                known,
                noise,
                since,
                delivery,
                asksForEventRule,
                state,
                sections,
                facts,
                wordings));
  }

  /** Whose sections the file names, and nothing else of it: all benchmarks of the control. */
  static Set<String> frameworks(RuleFiles files) {
    Set<String> names = new HashSet<>();
    files
        .json(FILE, "copy it from another rule and fill it in")
        .ifPresent(file -> file.path("sections").fieldNames().forEachRemaining(names::add));
    return names;
  }

  /** What the folder says of benchmarks and techniques, and what the frameworks map to it. */
  private static Map<String, List<String>> sections(
      String id, Fields control, Problems.Place place) {
    Fields fields = control.object("sections");
    Map<String, List<String>> found = new LinkedHashMap<>(Frameworks.mappedTo(id));
    for (String framework : fields.keys()) {
      found.put(framework, fields.texts(framework));
      if (Benchmark.of(framework).isEmpty() && !framework.equals(Frameworks.ATTACK)) {
        place.add(
            "`sections` of benchmarks and of `" + Frameworks.ATTACK + "`",
            "`" + framework + "`",
            "respell it, or map it in the framework's own file");
      }
    }
    Map<String, List<String>> inOrder = new LinkedHashMap<>();
    Frameworks.ids().stream()
        .filter(found::containsKey)
        .forEach(key -> inOrder.put(key, found.get(key)));
    return inOrder;
  }

  private static Set<Benchmark> benchmarks(Map<String, List<String>> sections) {
    Set<Benchmark> benchmarks = EnumSet.noneOf(Benchmark.class);
    Arrays.stream(Benchmark.values())
        .filter(benchmark -> sections.containsKey(benchmark.id()))
        .forEach(benchmarks::add);
    return benchmarks;
  }

  /** Record-wide facts, then those it names, then its own. */
  private static List<Fact> facts(
      Fields control, RecordFacts shared, Delivery delivery, Problems.Place place) {
    List<Fact> facts = new ArrayList<>();
    if (delivery == Delivery.CLOUDTRAIL) {
      facts.addAll(shared.ofEveryRecord());
    }
    for (JsonNode fact : control.elements("facts")) {
      if (!fact.isTextual()) {
        RecordFacts.of(fact, place).ifPresent(facts::add);
      } else if (shared.named().containsKey(fact.textValue())) {
        facts.add(shared.named().get(fact.textValue()));
      } else {
        place.add(
            "`facts` to name some of " + shared.named().keySet(),
            "`" + fact.textValue() + "`",
            "respell it or write the fact with name, pattern and source");
      }
    }
    return facts;
  }
}
