/**
 * What to do about findings: a snapshot, verdicts and somebody to notify in, the API calls that add
 * the missing links out.
 *
 * <p>The calls' shapes stand in {@code cloudformation/remediation/calls.json}, which the SSM
 * documents use too. Plans are data: nothing here calls AWS, and nothing here judges.
 *
 * <p>Must not import: alarm, eventbridge, judge, language, trail.
 */
package dev.tocsin.chain.remedy;
