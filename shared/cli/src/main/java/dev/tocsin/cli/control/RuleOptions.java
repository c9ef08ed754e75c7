package dev.tocsin.cli.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.catalog.Benchmark;
import dev.tocsin.catalog.Control;
import dev.tocsin.catalog.ControlCatalog;
import dev.tocsin.cli.io.InputProblem;
import dev.tocsin.cli.io.Json;
import dev.tocsin.cli.io.Terminal;
import dev.tocsin.evaluation.Parameter;
import dev.tocsin.evaluation.ParameterProblem;
import dev.tocsin.evaluation.ParsedParameters;
import dev.tocsin.evaluation.RuleParameters;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Spec;

/** The parameters of a rule as options, made from the one table of parameters. */
@Command
public final class RuleOptions {
  private final Set<Parameter> offered;
  private final Map<Parameter, String> given = new EnumMap<>(Parameter.class);
  private final ExemptOptions exempt = new ExemptOptions();

  /** Options for some of the parameters. */
  public RuleOptions(Parameter first, Parameter... more) {
    offered = EnumSet.of(first, more);
    // A rule asks AWS unless told not to; a person at a terminal asks for it.
    given.put(Parameter.CONFIRM_ON_AWS, "false");
  }

  @Spec(Spec.Target.MIXEE)
  void addTo(CommandSpec command) {
    for (Parameter parameter : offered) {
      if (parameter == Parameter.EXEMPT) {
        exempt.addTo(command, description(parameter));
      } else {
        command.addOption(option(parameter));
      }
    }
  }

  /**
   * The parameters that the options give.
   *
   * @param catalog the controls that an exemption may name
   * @throws InputProblem that names the option and the values it takes
   */
  public RuleParameters parameters(ControlCatalog catalog) {
    return parameters(catalog, Json.object());
  }

  /**
   * The same, but for those that a line of a file has of its own.
   *
   * @param own a rule's own parameters, as texts
   * @throws InputProblem that names the option or parameter and the values it takes
   */
  public RuleParameters parameters(ControlCatalog catalog, ObjectNode own) {
    Map<Parameter, String> otherwise = new EnumMap<>(given);
    exempt.text().ifPresent(text -> otherwise.put(Parameter.EXEMPT, text));
    ParsedParameters parsed = RuleParameters.parse(catalog, own, otherwise);
    if (parsed instanceof ParameterProblem problem) {
      throw new InputProblem(own.isEmpty() ? option(problem) : problem.message());
    }
    return (RuleParameters) parsed;
  }

  private String option(ParameterProblem problem) {
    return problem.key().equals(Parameter.EXEMPT.key())
        ? "`" + exempt.blamed() + "`: " + problem.problem()
        : problem.optionMessage();
  }

  /** The benchmark, where one is named that there is. */
  public Optional<Benchmark> benchmark() {
    return Optional.ofNullable(given.get(Parameter.BENCHMARK)).flatMap(Benchmark::of);
  }

  /** A control that the named benchmark has not is asked about in its own wording. */
  public void noteOthers(List<Control> named, Terminal terminal) {
    benchmark()
        .ifPresent(
            asked ->
                named.stream()
                    .filter(control -> !control.isIn(asked))
                    .map(control -> "note: `" + control.id() + "` is no control of " + asked)
                    .forEach(terminal.err()::println));
  }

  private OptionSpec option(Parameter parameter) {
    OptionSpec.Builder option =
        OptionSpec.builder(parameter.option())
            .paramLabel(parameter.label())
            .type(String.class)
            .description(description(parameter))
            .setter(
                new ISetter() {
                  @Override
                  public <T> T set(T value) {
                    keep(parameter, (String) value);
                    return value;
                  }
                });
    if (parameter.isBoolean()) {
      option.arity("0..1").fallbackValue("true");
    }
    return option.build();
  }

  /** Picocli gives null for an option that is not on the command line. */
  private void keep(Parameter parameter, String value) {
    if (value != null) {
      given.put(parameter, value);
    }
  }

  private String description(Parameter parameter) {
    String otherwise = given.getOrDefault(parameter, parameter.otherwise());
    String values = parameter.isBoolean() ? "" : " Takes " + parameter.accepts() + ".";
    return parameter.help() + values + (otherwise.isEmpty() ? "" : " Default: " + otherwise + ".");
  }
}
