/**
 * An exact evaluator of IAM policies, for the requests AWS services make on the way from an alarm
 * or a rule to a person.
 *
 * <p>What goes in: the text of a topic's or a key's policy, or the texts of a role's policies, and
 * an {@link dev.tocsin.chain.policy.AccessRequest} by a service or in a role. What comes out: a
 * {@link dev.tocsin.chain.policy.Access}, which is {@code Allowed} only when every part that
 * matters was understood and every value it asks about is known. Nothing here knows alarms, topics
 * or keys.
 *
 * <p>Must not import: any other package of the module.
 */
package dev.tocsin.chain.policy;
