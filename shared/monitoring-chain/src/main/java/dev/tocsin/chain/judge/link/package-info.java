/**
 * The links of a chain, one class each, from the trail to the action. What goes in: a snapshot and
 * what a control requires. What comes out: a {@link dev.tocsin.chain.judge.link.TrailPath} for each
 * trail, and a {@link dev.tocsin.chain.judge.link.Candidate} for each thing that looks at the
 * events of a log group.
 *
 * <p>Whether an alarm fires is {@code dev.tocsin.chain.alarm}'s to decide, and where its action
 * leads {@code dev.tocsin.chain.delivery}'s. Nothing here knows which candidates a verdict counts.
 *
 * <p>Must not import: eventbridge, policy, remedy, wording.
 */
package dev.tocsin.chain.judge.link;
