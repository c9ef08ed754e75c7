/**
 * Whether one matching event raises an alarm: statistics, thresholds, missing data, metric math and
 * rule expressions, computed as CloudWatch documents them.
 *
 * <p>What goes in: alarms of the model and what a metric receives. What comes out: whether the
 * alarm changes to ALARM for the event and rests without it. Nothing here knows trails, filters'
 * patterns or topics.
 *
 * <p>Must not import: delivery, eventbridge, judge, policy, remedy, trail, wording.
 */
package dev.tocsin.chain.alarm;
