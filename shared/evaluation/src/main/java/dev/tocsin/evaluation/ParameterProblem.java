package dev.tocsin.evaluation;

/**
 * A parameter that a rule cannot have; a value, because it is the user's data.
 *
 * @param key the parameter, or {@code ruleParameters} where a key itself is unknown
 * @param problem what is wrong: {@code expected …, found …}, lower case, no final stop
 */
public record ParameterProblem(String key, String problem) implements ParsedParameters {

  static ParameterProblem of(Parameter parameter, String found) {
    return new ParameterProblem(
        parameter.key(), "expected " + parameter.accepts() + ", found " + found);
  }

  /** One line that names the parameter by its key. */
  public String message() {
    return "`" + key + "`: " + problem;
  }

  /** The same for the command line, where the parameter is an option. */
  public String optionMessage() {
    return "`" + Parameter.of(key).map(Parameter::option).orElse(key) + "`: " + problem;
  }
}
