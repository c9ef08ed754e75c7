package dev.tocsin.chain.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tocsin.chain.model.EventRule.InputTransformer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The template of an input transformer: JSON values with variables in them, quoted ones within a
 * text, bare ones as values of their own (EventBridge user guide, "Input transformation").
 */
final class InputTemplate {
  private static final Pattern VARIABLE = Pattern.compile("<([A-Za-z0-9_.-]+)>");
  private static final Set<String> TEXTS =
      Set.of("aws.events.rule-arn", "aws.events.rule-name", "aws.events.event.ingestion-time");
  private static final Set<String> OBJECTS = Set.of("aws.events.event", "aws.events.event.json");

  /** The paths whose syntax EventBridge documents, without the root. */
  private static final Pattern STEPS =
      Pattern.compile("(\\.([A-Za-z0-9_/-]+|\\*)|\\[([0-9]+|\\*)])*");

  /** Parts of an event and of a CloudTrail record that are objects or lists. */
  private static final Set<String> OBJECT_PATHS =
      Set.of(
          "$",
          "$.resources",
          "$.detail",
          "$.detail.userIdentity",
          "$.detail.userIdentity.sessionContext",
          "$.detail.userIdentity.sessionContext.sessionIssuer",
          "$.detail.requestParameters",
          "$.detail.responseElements",
          "$.detail.additionalEventData",
          "$.detail.resources",
          "$.detail.tlsDetails");

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Map<String, String> paths;
  private final String template;

  private InputTemplate(InputTransformer made) {
    paths = made.inputPathsMap();
    template = made.inputTemplate() == null ? "" : made.inputTemplate();
  }

  /** What makes it no template that AWS says sends something, a clause; empty iff nothing does. */
  static Optional<String> problem(InputTransformer made) {
    return new InputTemplate(made).problem();
  }

  private Optional<String> problem() {
    StringBuilder filled = new StringBuilder();
    Matcher variable = VARIABLE.matcher(template);
    boolean quoted = false;
    int at = 0;
    while (variable.find()) {
      String name = variable.group(1);
      String before = template.substring(at, variable.start());
      quoted ^= turns(before);
      Optional<String> problem = problem(name, quoted);
      if (problem.isPresent()) {
        return problem;
      }
      filled.append(before).append(quoted ? "x" : "\"x\"");
      at = variable.end();
    }
    filled.append(template, at, template.length());
    return isJson(filled.toString())
        ? Optional.empty()
        : Optional.of("is no JSON with variables in it");
  }

  private Optional<String> problem(String name, boolean quoted) {
    boolean object = OBJECTS.contains(name) || OBJECT_PATHS.contains(paths.getOrDefault(name, ""));
    if (!paths.containsKey(name) && !TEXTS.contains(name) && !object) {
      return Optional.of("has variable `<" + name + ">`, which `InputPathsMap` does not define");
    }
    String path = paths.getOrDefault(name, "$");
    if (!path.startsWith("$") || !STEPS.matcher(path.substring(1)).matches()) {
      return Optional.of(
          "has variable `<%s>`, whose path `%s` is of no syntax that EventBridge documents"
              .formatted(name, path));
    }
    return object && quoted
        ? Optional.of("puts `<" + name + ">`, which is an object, within a text")
        : Optional.empty();
  }

  /** Whether a text is begun or ended here: the number of quotes that count is odd. */
  private static boolean turns(String part) {
    boolean turned = false;
    for (int i = 0; i < part.length(); i++) {
      if (part.charAt(i) == '\\') {
        i++;
      } else if (part.charAt(i) == '"') {
        turned = !turned;
      }
    }
    return turned;
  }

  /** One value or several, as the lines of a text are written. */
  private static boolean isJson(String filled) {
    try (MappingIterator<Object> values = JSON.readerFor(Object.class).readValues(filled)) {
      boolean some = values.hasNextValue();
      while (values.hasNextValue()) {
        values.nextValue();
      }
      return some;
    } catch (JsonProcessingException notJson) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory is always readable", e);
    }
  }
}
