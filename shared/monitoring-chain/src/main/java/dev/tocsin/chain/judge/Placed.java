package dev.tocsin.chain.judge;

import dev.tocsin.chain.judge.link.Candidate;
import dev.tocsin.chain.judge.link.TrailPath;
import dev.tocsin.chain.verdict.Link;

/**
 * A candidate behind the trail whose events it gets.
 *
 * @param trail the trail; for an EventBridge rule, one that records the events
 */
record Placed(TrailPath trail, Candidate candidate) {

  /** True iff what the candidate's test matches reaches someone. */
  boolean holds() {
    boolean arrives = candidate.link() == Link.EVENT_RULE ? trail.records() : trail.holds();
    return arrives && candidate.holds();
  }
}
