package dev.tocsin.chain.delivery;

import dev.tocsin.chain.model.Alarm;
import dev.tocsin.chain.model.Snapshot;
import dev.tocsin.chain.verdict.JudgeOptions;
import dev.tocsin.chain.verdict.Reach;

/** Judges where one alarm action leads. */
@FunctionalInterface
public interface ActionJudge {

  /**
   * Whether CloudWatch's call of this action tells someone.
   *
   * @param alarm the alarm that calls it; policies may speak of its ARN, subscriptions of its
   *     message
   * @param alarmRegion its Region
   * @param actionArn one entry of its {@code AlarmActions}, taken as it is
   */
  Reach judge(
      Alarm alarm, String alarmRegion, String actionArn, Snapshot snapshot, JudgeOptions options);
}
