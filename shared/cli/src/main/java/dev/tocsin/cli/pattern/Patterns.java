package dev.tocsin.cli.pattern;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.catalog.Control;
import dev.tocsin.cli.io.InputProblem;
import dev.tocsin.cli.io.JsonLines;
import dev.tocsin.cli.io.Terminal;
import dev.tocsin.filterpattern.Excerpt;
import dev.tocsin.filterpattern.FilterPattern;
import dev.tocsin.filterpattern.ParseProblem;
import dev.tocsin.filterpattern.Parsed;
import dev.tocsin.filterpattern.eventbridge.EventPattern;
import dev.tocsin.filterpattern.eventbridge.EventPatternProblem;
import dev.tocsin.filterpattern.eventbridge.ParsedEventPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Pattern texts from options and lines, parsed. */
final class Patterns {

  /** A pattern that cannot be asked about, as AWS refuses it; its message names it and the fix. */
  static final class Refused extends Exception {

    private static final long serialVersionUID = 1L;

    private static final String EVENT_PATTERN = "EventBridge event pattern";
    private static final String GIVE_AS_SUCH =
        "; to have it judged as such, give it by `--event-pattern`, in a line as `eventPattern`";

    private final transient Optional<ParseProblem> problem;

    Refused(ParseProblem problem) {
      super(
          "pattern `"
              + Excerpt.of(problem.text())
              + "`: "
              + problem.message()
              + (problem.message().contains(EVENT_PATTERN) ? GIVE_AS_SUCH : ""));
      this.problem = Optional.of(problem);
    }

    Refused(EventPatternProblem problem) {
      super("event pattern `" + Excerpt.of(problem.text()) + "`: " + problem.message());
      this.problem = Optional.empty();
    }

    /** Of patterns of a kind that no event of the control ever meets. */
    Refused(String why) {
      super(why);
      this.problem = Optional.empty();
    }

    /** The place in a filter pattern; empty for another. */
    Optional<ParseProblem> problem() {
      return problem;
    }
  }

  private Patterns() {}

  static FilterPattern parse(String text) throws Refused {
    Parsed parsed = FilterPattern.parse(text);
    if (parsed instanceof ParseProblem problem) {
      throw new Refused(problem);
    }
    return (FilterPattern) parsed;
  }

  static List<FilterPattern> parse(List<String> texts) throws Refused {
    var patterns = new ArrayList<FilterPattern>(texts.size());
    for (String text : texts) {
      patterns.add(parse(text));
    }
    return patterns;
  }

  static List<EventPattern> parseEventPatterns(List<String> texts) throws Refused {
    var patterns = new ArrayList<EventPattern>(texts.size());
    for (String text : texts) {
      ParsedEventPattern parsed = EventPattern.parse(text);
      if (parsed instanceof EventPatternProblem problem) {
        throw new Refused(problem);
      }
      patterns.add((EventPattern) parsed);
    }
    return patterns;
  }

  /** Says of an empty pattern what it does: a variable that is not set looks like one. */
  static void noteEmpty(List<String> texts, Terminal terminal) {
    if (texts.stream().anyMatch(String::isBlank)) {
      terminal.err().println("note: an empty pattern matches every event. Is a variable unset?");
    }
  }

  /** Why texts cannot do what the guides that print them for the control want, in words. */
  static List<String> defects(Control control, List<String> texts) {
    return texts.stream()
        .flatMap(text -> control.defectOf(text).stream())
        .map(why -> "this pattern is " + why)
        .distinct()
        .toList();
  }

  /** The pattern texts under {@code key}: an array of texts, or one text. */
  static List<String> texts(JsonLines.Line line, String key) {
    JsonNode value = line.json().path(key);
    if (value.isTextual()) {
      return List.of(value.textValue());
    }
    if (!value.isArray()) {
      throw expected(line, key, "a pattern or an array of patterns", value);
    }
    var texts = new ArrayList<String>(value.size());
    for (JsonNode element : value) {
      if (!element.isTextual()) {
        throw expected(line, key, "patterns only", element);
      }
      texts.add(element.textValue());
    }
    return texts;
  }

  /** The one text under {@code key}. */
  static String text(JsonLines.Line line, String key) {
    JsonNode value = line.json().path(key);
    if (!value.isTextual()) {
      throw expected(line, key, "a text", value);
    }
    return value.textValue();
  }

  /** That a member of a line is not what it must be. */
  static InputProblem expected(JsonLines.Line line, String key, String expected, JsonNode found) {
    String what = found.isMissingNode() ? "nothing" : "`" + abridged(found.toString()) + "`";
    return new InputProblem(
        "line " + line.number() + ": expected " + expected + " in `" + key + "`, found " + what);
  }

  private static String abridged(String text) {
    return text.length() <= 60 ? text : text.substring(0, 57) + "...";
  }
}
