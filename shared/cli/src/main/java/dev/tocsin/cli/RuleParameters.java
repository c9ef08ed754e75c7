package dev.tocsin.cli;

import dev.tocsin.chain.verdict.ActionKind;
import dev.tocsin.chain.verdict.JudgeOptions;
import dev.tocsin.filterpattern.FilterPattern;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** The parameters of a Config rule that change a verdict, as options of the same names. */
final class RuleParameters {

  @Option(
      names = "--exempt",
      paramLabel = "TEXT",
      description = "A pattern of events that need not be seen.")
  private String exempt;

  @Option(
      names = "--accept-event-bridge",
      description = "Count EventBridge rules that notify a person beside alarms.")
  private boolean acceptEventBridge;

  @Option(
      names = "--accepted-actions",
      paramLabel = "KIND",
      split = ",",
      description =
          "Alarm actions that count beside SNS topics: lambda, ssm-ops-item, incident-manager.")
  private List<String> acceptedActions = List.of();

  @Option(
      names = "--max-events-to-alarm",
      paramLabel = "N",
      defaultValue = "1",
      description =
          "How many events within one period an alarm may need; default: ${DEFAULT-VALUE}.")
  private int maxEventsToAlarm;

  boolean acceptEventBridge() {
    return acceptEventBridge;
  }

  Optional<FilterPattern> exempt() {
    return Controls.exempt(exempt);
  }

  JudgeOptions judgeOptions(Instant now) {
    if (maxEventsToAlarm < 1) {
      throw new InputProblem(
          "`--max-events-to-alarm`: expected a number from 1, found " + maxEventsToAlarm);
    }
    return new JudgeOptions(
        acceptEventBridge,
        acceptedActions.stream().map(RuleParameters::actionKind).collect(Collectors.toSet()),
        maxEventsToAlarm,
        Optional.empty(),
        now);
  }

  private static ActionKind actionKind(String name) {
    return ActionKind.of(name)
        .orElseThrow(
            () ->
                new InputProblem(
                    "`--accepted-actions`: expected some of "
                        + Arrays.stream(ActionKind.values())
                            .map(ActionKind::parameterValue)
                            .collect(Collectors.joining(", "))
                        + ", found `"
                        + name
                        + "`"));
  }
}
