package dev.tocsin.chain.delivery;

import dev.tocsin.chain.model.Alarm;
import dev.tocsin.chain.model.Arn;
import dev.tocsin.chain.model.Snapshot;
import dev.tocsin.chain.verdict.ActionKind;
import dev.tocsin.chain.verdict.Evidence;
import dev.tocsin.chain.verdict.Finding;
import dev.tocsin.chain.verdict.JudgeOptions;
import dev.tocsin.chain.verdict.Link;
import dev.tocsin.chain.verdict.Reach;
import java.util.List;
import java.util.Optional;

/**
 * An action reaches someone iff it is an SNS topic that does, or of a kind that the rule's
 * parameter {@code acceptedActions} names. Actions that only change resources never do. The kinds
 * are those of {@code AlarmActions} in the CloudWatch API reference.
 */
public final class Actions implements ActionJudge {

  private static final String TELL = "add an SNS topic with a confirmed subscription as an action";

  @Override
  public Reach judge(
      Alarm alarm, String alarmRegion, String actionArn, Snapshot snapshot, JudgeOptions options) {
    Optional<Arn> arn = Arn.parse(actionArn);
    if (arn.isEmpty()) {
      return broken(actionArn, "is no ARN of an action", TELL);
    }
    if (arn.orElseThrow().service().equals("sns")) {
      String account = options.monitoringAccount().orElse(snapshot.account());
      return TopicJudge.forAlarm(actionArn, alarm, alarmRegion, account, snapshot);
    }
    Optional<ActionKind> kind = kind(arn.orElseThrow());
    if (kind.isEmpty()) {
      return broken(actionArn, "changes resources and tells nobody", TELL);
    }
    return otherKind(kind.orElseThrow(), arn.orElseThrow(), actionArn, alarmRegion, options);
  }

  private static Reach otherKind(
      ActionKind kind, Arn arn, String actionArn, String alarmRegion, JudgeOptions options) {
    if (!options.acceptedActions().contains(kind)) {
      return broken(
          actionArn,
          "is no SNS topic, and actions of kind `%s` are not accepted"
              .formatted(kind.parameterValue()),
          "%s, or set `acceptedActions` to `%s`".formatted(TELL, kind.parameterValue()));
    }
    if (!arn.region().isEmpty() && !arn.region().equals(alarmRegion)) {
      return broken(
          actionArn,
          "is in `%s`, but the alarm is in `%s`".formatted(arn.region(), alarmRegion),
          "name an action of `" + alarmRegion + "`");
    }
    return new Reach(
        List.of(),
        List.of(
            new Evidence(
                Link.ACTION,
                actionArn,
                alarmRegion,
                "is of kind `%s`, which `acceptedActions` names".formatted(kind.parameterValue()))),
        List.of("what action `" + actionArn + "` does is not visible here"));
  }

  private static Optional<ActionKind> kind(Arn arn) {
    return switch (arn.service()) {
      case "lambda" -> Optional.of(ActionKind.LAMBDA);
      case "ssm" ->
          arn.resource().startsWith("opsitem:")
              ? Optional.of(ActionKind.SSM_OPS_ITEM)
              : Optional.empty();
      case "ssm-incidents" -> Optional.of(ActionKind.INCIDENT_MANAGER);
      default -> Optional.empty();
    };
  }

  private static Reach broken(String actionArn, String problem, String fix) {
    return Reach.broken(List.of(new Finding(Link.ACTION, actionArn, problem, fix)));
  }
}
