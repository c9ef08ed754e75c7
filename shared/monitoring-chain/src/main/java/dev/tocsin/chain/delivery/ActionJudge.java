package dev.tocsin.chain.delivery;

import dev.tocsin.chain.model.Snapshot;
import dev.tocsin.chain.verdict.JudgeOptions;
import dev.tocsin.chain.verdict.Reach;

/** Judges where one alarm action leads. */
@FunctionalInterface
public interface ActionJudge {

  /**
   * Whether CloudWatch's call of this action tells someone.
   *
   * @param actionArn what the alarm's {@code AlarmActions} lists, taken as it is
   * @param alarmRegion the alarm's Region
   */
  Reach judge(String actionArn, String alarmRegion, Snapshot snapshot, JudgeOptions options);
}
