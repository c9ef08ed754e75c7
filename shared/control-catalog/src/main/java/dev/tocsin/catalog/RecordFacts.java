package dev.tocsin.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.filterpattern.EventTest;
import dev.tocsin.filterpattern.Fact;
import dev.tocsin.filterpattern.FieldKinds;
import dev.tocsin.filterpattern.FilterPattern;
import dev.tocsin.filterpattern.ParseProblem;
import dev.tocsin.filterpattern.Parsed;
import dev.tocsin.filterpattern.condition.FieldPath;
import dev.tocsin.filterpattern.condition.Kind;
import dev.tocsin.filterpattern.json.ClassPathText;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What holds beyond one control, from {@code record-facts.json}: the schema of CloudTrail records,
 * with {@link RequestMembers}.
 *
 * @param ofRecords true of every record of a management, data or network event that CloudTrail
 *     writes now
 * @param ofRequests true of them all too, but each says something of one event source only; by it
 * @param named true of the records of the controls that name them
 * @param ofAccounts true of the records of one account
 */
record RecordFacts(
    List<Fact> ofRecords,
    Map<String, List<Fact>> ofRequests,
    Map<String, Fact> named,
    AccountFacts ofAccounts) {

  private static final String FILE = "record-facts.json";

  /** The file is parsed once, whoever asks. */
  private static final Supplier<JsonNode> JSON =
      Once.of(() -> RuleFiles.parsed(ClassPathText.of(RecordFacts.class, FILE)));

  static RecordFacts read(Problems problems) {
    Problems.Place place = problems.at("shared", FILE);
    Fields file = file(place);
    List<Fact> all = new ArrayList<>();
    file.elements("ofEveryRecord").stream()
        .flatMap(fact -> of(fact, place).stream())
        .forEach(all::add);
    Map<String, Fact> named = new LinkedHashMap<>();
    file.elements("named").stream()
        .flatMap(fact -> of(fact, place).stream())
        .forEach(fact -> named.put(fact.name(), fact));
    AccountFacts ofAccounts = AccountFacts.read(file, place);
    file.rejectUnknownKeys();
    return new RecordFacts(List.copyOf(all), RequestMembers.read(problems), named, ofAccounts);
  }

  /** What is true of the records of one account, and nothing else. */
  static AccountFacts ofShippedAccounts() {
    Problems.Place place = new Problems().at("shared", FILE);
    return AccountFacts.read(file(place), place);
  }

  private static Fields file(Problems.Place place) {
    return new Fields(JSON.get(), "", place);
  }

  /** All that is true of every record. */
  List<Fact> ofEveryRecord() {
    return Stream.concat(ofRecords.stream(), ofRequests.values().stream().flatMap(List::stream))
        .toList();
  }

  /** The same without what says nothing of these event sources: a question is cheaper so. */
  RecordFacts about(Set<String> sources) {
    Map<String, List<Fact>> kept = new LinkedHashMap<>(ofRequests);
    kept.keySet().retainAll(sources);
    return new RecordFacts(ofRecords, kept, named, ofAccounts);
  }

  /** The fact that a JSON object spells out. */
  static Optional<Fact> of(JsonNode node, Problems.Place place) {
    Fields fields = new Fields(node, "facts", place);
    String name = fields.text("name");
    Optional<? extends EventTest> holds =
        fields.has("field")
            ? kinds(name, fields.text("field"), fields.text("is"), place)
            : pattern(name, fields.text("pattern"), place);
    String source = fields.text("source");
    fields.rejectUnknownKeys();
    return holds.map(test -> new Fact(name, test, source));
  }

  /** A pattern that a fact consists of. */
  static Optional<FilterPattern> pattern(String name, String text, Problems.Place place) {
    Parsed parsed = FilterPattern.parse(text);
    if (parsed instanceof ParseProblem problem) {
      place.add(
          "a pattern in fact `" + name + "`",
          "`" + text + "`, which " + problem.message(),
          "repair it");
      return Optional.empty();
    }
    return Optional.of((FilterPattern) parsed);
  }

  private static Optional<FieldKinds> kinds(
      String name, String field, String is, Problems.Place place) {
    Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    for (String word : is.split(" or ", -1)) {
      if (!kinds.addAll(FieldKinds.named(word))) {
        place.add(
            "kinds such as `text or absent` in fact `" + name + "`",
            "`" + word + "`",
            "write text, number, true, false, null, object, array or absent, with ` or ` between");
        return Optional.empty();
      }
    }
    return Optional.of(new FieldKinds(FieldPath.of(field.split("\\.")), kinds));
  }
}
