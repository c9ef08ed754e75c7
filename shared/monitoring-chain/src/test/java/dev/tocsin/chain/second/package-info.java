/**
 * A second judge, written anew over the plain JSON of a snapshot, to hold the first one to. It
 * knows far less and refuses whatever it does not know; where it confirms, somebody is told.
 *
 * <p>What goes in: a snapshot as JSON, and what is known to see all that is required. What comes
 * out: whether a person is told.
 *
 * <p>It decides by trying: each alarm is run over data points that may come, instead of over
 * intervals, and what covers a control it is told. It shares the reader of filter patterns and the
 * list of everyday events with the judge, and nothing else.
 *
 * <p>Must not import: alarm, delivery, eventbridge, judge.link, language, model, policy, remedy,
 * trail, verdict, wording.
 */
package dev.tocsin.chain.second;
