package dev.tocsin.chain.delivery;

import dev.tocsin.chain.model.Alarm;
import dev.tocsin.chain.model.Arn;
import dev.tocsin.chain.model.Snapshot;
import dev.tocsin.chain.verdict.JudgeOptions;
import dev.tocsin.chain.verdict.Reach;

/**
 * An action reaches someone iff it is an SNS topic that does, or another action that is accepted.
 */
public final class Actions implements ActionJudge {

  @Override
  public Reach judge(
      Alarm alarm, String alarmRegion, String actionArn, Snapshot snapshot, JudgeOptions options) {
    if (Arn.parse(actionArn).filter(arn -> arn.service().equals("sns")).isEmpty()) {
      String caller = "alarm `" + alarm.alarmName() + "`";
      return OtherAction.judge(actionArn, caller, alarmRegion, options);
    }
    String account = options.watcherOf(snapshot.account());
    return TopicJudge.judge(
        actionArn, Publisher.alarm(alarm, alarmRegion, account), snapshot, account);
  }
}
