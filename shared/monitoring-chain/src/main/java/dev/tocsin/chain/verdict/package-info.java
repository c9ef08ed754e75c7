/**
 * The words of a verdict: what the judge is asked ({@link dev.tocsin.chain.verdict.JudgeOptions}),
 * what it answers ({@link dev.tocsin.chain.verdict.Verdict}) and of what an answer is made.
 *
 * <p>Plain data.
 *
 * <p>Must not import: alarm, delivery, eventbridge, judge, language, policy, remedy, trail,
 * wording.
 */
package dev.tocsin.chain.verdict;
