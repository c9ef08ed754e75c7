package dev.tocsin.cli.pattern;

import dev.tocsin.catalog.EventRuleState;
import dev.tocsin.cli.io.InputProblem;
import java.util.List;
import picocli.CommandLine.Option;

/** What is deployed, by options: filters and EventBridge rules. */
final class DeployedOptions extends EventRules {

  @Option(
      names = "--pattern",
      paramLabel = "TEXT",
      description =
          "A deployed filter pattern; several are taken together, an event needs to match one.")
  private List<String> patterns = List.of();

  @Option(
      names = "--event-state",
      paramLabel = "STATE",
      description =
          "The state of these rules: ${COMPLETION-CANDIDATES}. A rule in the first is shown no"
              + " calls that read. Default: the first.")
  private EventRuleState state = EventRuleState.ENABLED;

  /**
   * What the options name.
   *
   * @throws InputProblem if that is nothing, or a file that cannot be read
   */
  Deployed deployed() {
    List<String> rules = eventPatterns();
    if (patterns.isEmpty() && rules.isEmpty()) {
      throw new InputProblem(
          "expected something deployed. Fix: give `--pattern` or `--event-pattern`");
    }
    return new Deployed(patterns, rules, state);
  }
}
