package dev.tocsin.lambda;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.catalog.Control;
import dev.tocsin.catalog.ControlCatalog;
import dev.tocsin.evaluation.ParameterProblem;
import dev.tocsin.evaluation.ParsedParameters;
import dev.tocsin.evaluation.RuleParameters;
import java.util.stream.Collectors;

/**
 * What a rule asks.
 *
 * @param control what must be watched
 * @param parameters how
 */
record RuleQuestion(Control control, RuleParameters parameters) {

  /**
   * The question of an event.
   *
   * @throws BadInvocation that names the parameter and the values it takes
   */
  static RuleQuestion of(RuleEvent event, ControlCatalog catalog) {
    return of(JsonObjects.parse("ruleParameters", event.ruleParameters()), catalog);
  }

  /**
   * The question of a rule's parameters.
   *
   * @throws BadInvocation that names the parameter and the values it takes
   */
  static RuleQuestion of(ObjectNode ruleParameters, ControlCatalog catalog) {
    ParsedParameters parsed = RuleParameters.parse(catalog, ruleParameters);
    if (parsed instanceof ParameterProblem problem) {
      throw new BadInvocation(problem.message());
    }
    RuleParameters parameters = (RuleParameters) parsed;
    return new RuleQuestion(control(parameters, catalog), parameters);
  }

  private static Control control(RuleParameters parameters, ControlCatalog catalog) {
    return parameters
        .control()
        .flatMap(catalog::find)
        .orElseThrow(
            () ->
                BadInvocation.of(
                    "control",
                    catalog.ids().stream()
                        .map(id -> "`" + id + "`")
                        .collect(Collectors.joining(", ", "one of ", "")),
                    parameters.control().map(id -> "`" + id + "`").orElse("none")));
  }
}
