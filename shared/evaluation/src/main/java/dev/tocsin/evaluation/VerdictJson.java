package dev.tocsin.evaluation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.catalog.Noise;
import dev.tocsin.catalog.UsualEvent;
import dev.tocsin.chain.verdict.Evidence;
import dev.tocsin.chain.verdict.Exemption;
import dev.tocsin.chain.verdict.Finding;
import dev.tocsin.chain.verdict.Place;
import dev.tocsin.chain.verdict.UnseenBy;
import dev.tocsin.chain.verdict.Verdict;
import dev.tocsin.chain.wording.Annotation;
import java.time.LocalDate;
import java.util.List;

/**
 * The one JSON form of verdicts, described by {@code shared/docs/schemas/}. Members are added,
 * never renamed or removed, as long as {@link #SCHEMA} stays.
 */
public final class VerdictJson {

  /** The member {@code schema} of every object made here. */
  public static final String SCHEMA = "tocsin-verdict/1";

  private VerdictJson() {}

  /** One verdict. An adapter may put members of its own beside these. */
  public static ObjectNode of(Evaluation evaluation) {
    Verdict verdict = evaluation.verdict();
    ObjectNode json =
        object()
            .put("schema", SCHEMA)
            .put("control", evaluation.control().id())
            .put("title", evaluation.control().title())
            .put("severity", evaluation.control().severity().id());
    ObjectNode sections = json.putObject("sections");
    evaluation
        .control()
        .sections()
        .forEach((framework, numbers) -> numbers.forEach(sections.putArray(framework)::add));
    json.put("complianceType", verdict.complianceType().name())
        .put("annotation", Annotation.of(verdict));
    ArrayNode findings = json.putArray("findings");
    verdict.findings().forEach(finding -> add(findings.addObject(), finding));
    ObjectNode chain = json.putObject("chain");
    verdict.chain().forEach(link -> add(chain.withArray(link.link().name()).addObject(), link));
    json.set("missedEvent", verdict.missedEvent().orElse(null));
    ArrayNode unseenBy = json.putArray("unseenBy");
    verdict.unseenBy().forEach(test -> add(unseenBy.addObject(), test));
    ArrayNode notes = json.putArray("notes");
    verdict.notes().forEach(notes::add);
    json.set("exempt", of(verdict.exempt()));
    json.set("noise", of(Noise.of(evaluation.control())));
    return json;
  }

  private static ObjectNode of(Noise noise) {
    ObjectNode json = object().put("often", noise.often().id());
    noise.causes().forEach(json.putArray("causes")::add);
    noise.usual().stream().map(UsualEvent::inWords).distinct().forEach(json.putArray("usual")::add);
    noise
        .measured()
        .ifPresentOrElse(
            hits ->
                json.putObject("publicRecords").put("hits", hits.hits()).put("of", hits.records()),
            () -> json.putNull("publicRecords"));
    return json;
  }

  /** What is exempted. */
  public static ArrayNode of(List<Exemption> exemptions) {
    ArrayNode json = JsonNodeFactory.instance.arrayNode();
    for (Exemption exemption : exemptions) {
      json.addObject()
          .put("name", exemption.name())
          .put("pattern", exemption.events().text())
          .put("reason", exemption.reason().orElse(null))
          .put("until", exemption.until().map(LocalDate::toString).orElse(null));
    }
    return json;
  }

  /** Where something is written down, as far as its language tells. */
  public static ObjectNode of(Place place) {
    ObjectNode json = object().put("address", place.address());
    if (place.inFile()) {
      json.put("file", place.file()).put("line", place.line());
    }
    return json;
  }

  /** All verdicts on one account. */
  public static ObjectNode of(AccountVerdicts verdicts) {
    ObjectNode json =
        object()
            .put("schema", SCHEMA)
            .put("account", verdicts.account())
            .put("region", verdicts.region())
            .put("evaluatedAt", verdicts.basis().readAt().toString());
    json.set("basis", verdicts.basis().json());
    ArrayNode controls = json.putArray("controls");
    verdicts.evaluations().forEach(evaluation -> controls.add(of(evaluation)));
    return json;
  }

  private static void add(ObjectNode json, Finding finding) {
    json.put("link", finding.link().name())
        .put("subject", finding.subject())
        .put("problem", finding.problem())
        .put("fix", finding.fix())
        .put("decided", finding.decided());
    finding.place().ifPresent(place -> json.set("place", of(place)));
  }

  private static void add(ObjectNode json, Evidence evidence) {
    json.put("subject", evidence.subject())
        .put("region", evidence.region())
        .put("shows", evidence.shows())
        .set("settings", evidence.settings());
  }

  private static void add(ObjectNode json, UnseenBy test) {
    json.put("link", test.link().name())
        .put("subject", test.subject())
        .put("region", test.region())
        .put("pattern", test.why().test())
        .put("clause", test.why().clause())
        .put("found", test.why().found());
    ArrayNode places = json.putArray("places");
    test.places()
        .forEach(place -> places.addObject().put("start", place.start()).put("end", place.end()));
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
