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

  /**
   * True iff what the candidate's test matches reaches someone. A rule's own findings say whether
   * its events are recorded; where a trail delivers is nothing to it.
   */
  boolean holds() {
    return (candidate.link() == Link.EVENT_RULE || trail.holds()) && candidate.holds();
  }
}
