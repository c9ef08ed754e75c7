package dev.tocsin.chain.eventbridge;

import dev.tocsin.chain.model.Snapshot;
import dev.tocsin.chain.verdict.JudgeOptions;
import java.util.List;

/** Judges the EventBridge rules of an account. */
@FunctionalInterface
public interface RuleJudge {

  /** One entry for each rule of the snapshot whose pattern speaks of CloudTrail events. */
  List<RuleChain> judge(Snapshot snapshot, JudgeOptions options);
}
