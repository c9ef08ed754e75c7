package dev.tocsin.rendering;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tocsin.catalog.Control;
import dev.tocsin.catalog.Frameworks;
import dev.tocsin.catalog.Noise;
import dev.tocsin.catalog.PublicHits;
import dev.tocsin.catalog.PublishedPattern;
import dev.tocsin.filterpattern.Fact;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the page of a control shows. */
record Page(
    String id,
    String title,
    String description,
    String severity,
    String since,
    String packs,
    String unseen,
    Ringing noise,
    String required,
    boolean viaTrail,
    List<OtherRequired> otherRequired,
    List<Published> published,
    List<Section> sections,
    List<FactLine> facts,
    List<Json> eventPattern,
    String ruleState,
    String ruleCounts,
    List<Example> examples,
    List<Example> silent,
    List<Siblings.Group> siblings) {

  boolean hasFacts() {
    return !facts.isEmpty();
  }

  private static final JsonMapper JSON = new JsonMapper();

  /** The events that some benchmarks ask for instead of those of the newest wording. */
  record OtherRequired(String benchmarks, String text) {}

  /** How often it rings in a normal account, why, and on which usual events. */
  record Ringing(String often, List<String> causes, List<String> usual, List<String> measured) {}

  /** A text as printed, and what is wrong with it if anything. */
  record Published(String name, String text, String benchmarks, String verdict) {}

  /** Where an authority asks for the control. */
  record Section(String framework, String numbers, String link) {}

  /** What every record of the control has, and where that is known from. */
  record FactLine(String name, String pattern, String source) {}

  /** A JSON text to show. */
  record Json(String text) {}

  /** A record, and the file that holds it. */
  record Example(String file, String text) {}

  /**
   * The page of a control.
   *
   * @param ofEveryRecord facts that stand on a page of their own
   * @param unseen what goes unseen without it, in the words of its folder
   */
  static Page of(
      Control control, List<Fact> ofEveryRecord, String unseen, List<Siblings.Group> siblings) {
    return new Page(
        control.id(),
        control.title(),
        control.description(),
        control.severity().id(),
        control.since(),
        String.join(", ", control.ruleSets()),
        unseen,
        ringing(Noise.of(control)),
        control.required().text(),
        control.isSeenByTrails(),
        otherRequired(control),
        control.published().stream().map(Page::published).toList(),
        control.sections().entrySet().stream()
            .map(entry -> section(entry.getKey(), entry.getValue()))
            .toList(),
        lines(control.facts().stream().filter(fact -> !ofEveryRecord.contains(fact)).toList()),
        control.eventPattern().map(pattern -> List.of(new Json(pretty(pattern)))).orElse(List.of()),
        control.eventRuleState().toString(),
        control.acceptsEventRules()
            ? "It counts whatever the rule's parameters say."
            : "It counts where the parameter `acceptEventBridge` is `true`.",
        first(control.examples()),
        first(control.silent()),
        siblings);
  }

  private static List<Example> first(List<dev.tocsin.catalog.Example> examples) {
    return examples.stream()
        .limit(1)
        .map(example -> new Example(example.file(), pretty(example.event())))
        .toList();
  }

  private static Ringing ringing(Noise noise) {
    return new Ringing(
        noise.often().words(),
        noise.causes(),
        noise.usual().stream()
            .map(usual -> usual.inWords() + ": " + usual.because())
            .distinct()
            .toList(),
        noise.measured().map(PublicHits::inWords).stream().toList());
  }

  boolean hasSiblings() {
    return !siblings.isEmpty();
  }

  static List<FactLine> lines(List<Fact> facts) {
    return facts.stream()
        .map(fact -> new FactLine(fact.name(), cell(fact.holds().text()), cell(fact.source())))
        .toList();
  }

  private static List<OtherRequired> otherRequired(Control control) {
    Map<String, List<String>> benchmarksByText =
        control.otherRequired().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .collect(
                Collectors.groupingBy(
                    entry -> entry.getValue().text(),
                    LinkedHashMap::new,
                    Collectors.mapping(entry -> entry.getKey().id(), Collectors.toList())));
    return benchmarksByText.entrySet().stream()
        .map(entry -> new OtherRequired(String.join(", ", entry.getValue()), entry.getKey()))
        .toList();
  }

  private static Published published(PublishedPattern published) {
    String benchmarks =
        published.benchmarks().stream()
            .sorted()
            .map(Object::toString)
            .collect(Collectors.joining(", "));
    return new Published(
        published.name(),
        published.text(),
        benchmarks.isEmpty() ? "" : ", printed by " + benchmarks,
        published
            .defect()
            .map(defect -> "**" + defect.kind().id() + "**: " + defect.reason())
            .orElse("covers the required pattern"));
  }

  private static Section section(String framework, List<String> numbers) {
    return new Section(
        Frameworks.title(framework).orElse(framework),
        String.join(", ", numbers),
        Authorities.link(framework, numbers));
  }

  /** A text inside a Markdown table. */
  private static String cell(String text) {
    return text.replace("|", "\\|").replaceAll("\\s*\\R\\s*", " ");
  }

  private static String pretty(JsonNode node) {
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
