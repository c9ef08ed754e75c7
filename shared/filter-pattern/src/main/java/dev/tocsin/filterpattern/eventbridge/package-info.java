/**
 * EventBridge event patterns as tests of CloudTrail records.
 *
 * <p>What goes in: the JSON text of a rule's event pattern. What comes out: an {@link
 * dev.tocsin.filterpattern.eventbridge.EventPattern}, which answers for a record whether the event
 * that EventBridge wraps round it would match, or the problem that keeps the text from being a
 * pattern.
 *
 * <p>Must not import: parse, normalise, match, decide, explain.
 */
package dev.tocsin.filterpattern.eventbridge;
