package dev.tocsin.evaluation;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.chain.verdict.Exemption;
import dev.tocsin.filterpattern.FilterPattern;
import dev.tocsin.filterpattern.ParseProblem;
import dev.tocsin.filterpattern.Parsed;
import dev.tocsin.filterpattern.json.JsonProblem;
import dev.tocsin.filterpattern.json.JsonTree;
import dev.tocsin.filterpattern.syntax.Pattern.Blank;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads exemptions: a filter pattern, or a JSON list of patterns and of objects with {@code name},
 * {@code pattern}, {@code reason} and, where wanted, {@code until} and {@code controls}, as {@code
 * shared/docs/schemas/} describes it.
 */
final class ExemptionReader {
  /** A list, be it JSON or not: a space-delimited pattern has a name after its bracket. */
  private static final Pattern LIST = Pattern.compile("\\[\\s*[\\[{\"\\]].*", Pattern.DOTALL);

  private static final Pattern OBJECT = Pattern.compile("\\{\\s*\".*", Pattern.DOTALL);
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._:/@+-]{0,63}");
  private static final Pattern LINE = Pattern.compile("\\P{Cntrl}{1,256}");
  private static final List<String> MEMBERS =
      List.of("name", "pattern", "reason", "until", "controls");

  private final Set<String> controls;
  private final Set<String> names = new HashSet<>();

  /**
   * A reader of one text.
   *
   * @param controls the ids that an exemption may be for
   */
  ExemptionReader(List<String> controls) {
    this.controls = Set.copyOf(controls);
  }

  Exemptions read(String text) throws BadExemption {
    if (OBJECT.matcher(text).matches()) {
      throw new BadExemption(
          "expected a filter pattern or a JSON list of exemptions, found a JSON object. Fix: put it into `[` and `]`");
    }
    if (!isList(text)) {
      return new Exemptions(
          List.of(new Exemptions.Scoped(Exemption.unnamed(pattern("", text)), List.of())));
    }
    List<Exemptions.Scoped> all = new ArrayList<>();
    JsonNode list = json(text);
    for (int i = 0; i < list.size(); i++) {
      all.add(element(list.get(i), "exemption " + (i + 1)));
    }
    return new Exemptions(all);
  }

  private static boolean isList(String text) {
    if (LIST.matcher(text).matches()) {
      return true;
    }
    try {
      return JsonTree.read(text).isArray();
    } catch (JsonProcessingException aPattern) {
      return false;
    }
  }

  private static JsonNode json(String text) throws BadExemption {
    try {
      return JsonTree.read(text);
    } catch (JsonProcessingException notJson) {
      throw new BadExemption(
          "expected a JSON list of exemptions, found text that is not JSON: "
              + JsonProblem.of(notJson)
              + place(notJson.getLocation()));
    }
  }

  /** A nesting that is beyond the JSON library's limits has no place. */
  private static String place(JsonLocation at) {
    return at == null ? "" : " (line %d, column %d)".formatted(at.getLineNr(), at.getColumnNr());
  }

  private Exemptions.Scoped element(JsonNode json, String place) throws BadExemption {
    if (json.isTextual()) {
      FilterPattern events = pattern(place + ": ", json.textValue());
      return new Exemptions.Scoped(Exemption.unnamed(events), List.of());
    }
    if (!(json instanceof ObjectNode object)) {
      throw expected(place, "a filter pattern or an object", json);
    }
    String name = text(object, "name", NAME, "a name of at most 64 letters and digits", place);
    String named = place + " `" + name + "`";
    if (!names.add(name)) {
      throw new BadExemption(named + ": expected names that differ, found this one twice");
    }
    for (String member : (Iterable<String>) object::fieldNames) {
      if (!MEMBERS.contains(member)) {
        throw new BadExemption(
            named
                + ": expected members "
                + Parameter.quoted(MEMBERS.stream())
                + ", found `"
                + member
                + "`");
      }
    }
    String text =
        text(object, "pattern", Pattern.compile("(?s).*\\S.*"), "a filter pattern", named);
    FilterPattern events = pattern(named + ": ", text);
    String reason = text(object, "reason", LINE, "one line of at most 256 characters", named);
    return new Exemptions.Scoped(
        new Exemption(name, events, Optional.of(reason), until(object.path("until"), named)),
        controls(object.path("controls"), named));
  }

  private static FilterPattern pattern(String place, String text) throws BadExemption {
    Parsed parsed = FilterPattern.parse(text);
    if (parsed instanceof ParseProblem wrong) {
      throw new BadExemption(place + "`" + wrong.text() + "` " + wrong.message());
    }
    FilterPattern pattern = (FilterPattern) parsed;
    if (pattern.syntax() instanceof Blank) {
      throw new BadExemption(
          place + "expected a filter pattern, found a blank one, which exempts every event");
    }
    return pattern;
  }

  private static Optional<LocalDate> until(JsonNode json, String place) throws BadExemption {
    if (json.isMissingNode()) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(json.isTextual() ? json.textValue() : ""));
    } catch (DateTimeException noDate) {
      throw expected(place, "a day such as `2027-03-31` in `until`", json);
    }
  }

  private List<String> controls(JsonNode json, String place) throws BadExemption {
    if (json.isMissingNode()) {
      return List.of();
    }
    if (!json.isArray() || json.isEmpty()) {
      throw expected(place, "a list of at least one control in `controls`", json);
    }
    List<String> ids = new ArrayList<>();
    for (JsonNode id : json) {
      if (!id.isTextual() || !controls.contains(id.textValue())) {
        throw expected(place, "ids of controls in `controls`", id);
      }
      ids.add(id.textValue());
    }
    return ids;
  }

  private static String text(
      ObjectNode object, String member, Pattern form, String what, String place)
      throws BadExemption {
    JsonNode json = object.path(member);
    if (!json.isTextual() || !form.matcher(json.textValue()).matches()) {
      throw expected(place, what + " in `" + member + "`", json);
    }
    return json.textValue();
  }

  private static BadExemption expected(String place, String what, JsonNode found) {
    String text = found.isMissingNode() ? "nothing" : "`" + abridged(found.toString()) + "`";
    return new BadExemption(place + ": expected " + what + ", found " + text);
  }

  private static String abridged(String text) {
    return text.length() <= 60 ? text : text.substring(0, 57) + "...";
  }
}
