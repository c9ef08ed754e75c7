package dev.tocsin.chain.delivery;

import dev.tocsin.chain.model.Alarm;
import dev.tocsin.chain.model.Snapshot;
import dev.tocsin.chain.verdict.JudgeOptions;
import dev.tocsin.chain.verdict.Reach;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Where the actions of one snapshot's alarms lead, each judged once: an alarm's action leads to the
 * same people whatever control asks. Safe to share between threads.
 */
public final class KnownActions implements ActionJudge {
  private final ActionJudge judge;
  private final Map<Call, Reach> known = new ConcurrentHashMap<>();

  /** All that an answer depends on beside the snapshot. */
  private record Call(Alarm alarm, String region, String actionArn, JudgeOptions options) {}

  /**
   * Nothing is known yet.
   *
   * @param judge asked for the same snapshot always
   */
  public KnownActions(ActionJudge judge) {
    this.judge = judge;
  }

  @Override
  public Reach judge(
      Alarm alarm, String alarmRegion, String actionArn, Snapshot snapshot, JudgeOptions options) {
    return known.computeIfAbsent(
        new Call(alarm, alarmRegion, actionArn, options),
        call -> judge.judge(alarm, alarmRegion, actionArn, snapshot, options));
  }
}
