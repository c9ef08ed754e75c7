package dev.tocsin.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The texts given for a rule's parameters, read one by one; keeps the first problem. */
final class ParameterTexts {
  private final Map<Parameter, String> texts = new EnumMap<>(Parameter.class);
  private ParameterProblem problem;

  /**
   * AWS Config keeps no types, so a number or a truth value may stand without quotes, and a list
   * where its text is read as one.
   */
  static ParameterTexts of(ObjectNode values) {
    ParameterTexts read = new ParameterTexts();
    for (Map.Entry<String, JsonNode> value : values.properties()) {
      if (value.getValue().isArray() && value.getKey().equals(Parameter.EXEMPT.key())) {
        read.put(value.getKey(), value.getValue().toString());
      } else if (value.getValue().isContainerNode()) {
        read.refuse(
            new ParameterProblem(
                value.getKey(), "expected text, found `" + value.getValue() + "`"));
      } else {
        read.put(value.getKey(), value.getValue().isNull() ? "" : value.getValue().asText());
      }
    }
    return read;
  }

  static ParameterTexts of(Map<Parameter, String> values) {
    ParameterTexts read = new ParameterTexts();
    values.forEach((parameter, text) -> read.put(parameter.key(), text));
    return read;
  }

  /** These texts, and those of the others that are absent here. */
  ParameterTexts orElse(ParameterTexts others) {
    others.texts.forEach(texts::putIfAbsent);
    return this;
  }

  private void put(String key, String text) {
    Optional<Parameter> parameter = Parameter.of(key);
    if (parameter.isEmpty()) {
      refuse(
          new ParameterProblem(
              "ruleParameters",
              "expected keys of "
                  + Parameter.quoted(Parameter.keys().stream())
                  + ", found `"
                  + key
                  + "`"));
    } else if (!text.isBlank()) {
      texts.put(parameter.get(), text.strip());
    }
  }

  /** The text given, else the default; empty iff there is neither. */
  Optional<String> text(Parameter parameter) {
    String text = texts.getOrDefault(parameter, parameter.otherwise());
    return Optional.of(text).filter(given -> !given.isEmpty());
  }

  /**
   * The value of the text given or of the default.
   *
   * @param reading the value of a text; empty iff the parameter does not take it
   * @return empty iff there is no text, or none that it takes
   */
  <T> Optional<T> read(Parameter parameter, Function<String, Optional<T>> reading) {
    Optional<String> text = text(parameter);
    Optional<T> value = text.flatMap(reading);
    if (text.isPresent() && value.isEmpty()) {
      refuse(ParameterProblem.of(parameter, "`" + text.get() + "`"));
    }
    return value;
  }

  /** The exemptions of the text; what their reader says of another is the problem. */
  Exemptions exemptions(Parameter parameter, ExemptionReader reader) {
    Optional<String> text = text(parameter);
    try {
      return text.isPresent() ? reader.read(text.get()) : Exemptions.NONE;
    } catch (BadExemption wrong) {
      refuse(new ParameterProblem(parameter.key(), wrong.getMessage()));
      return Exemptions.NONE;
    }
  }

  /** The first problem met so far. */
  Optional<ParameterProblem> problem() {
    return Optional.ofNullable(problem);
  }

  private void refuse(ParameterProblem found) {
    problem = problem == null ? found : problem;
  }
}
