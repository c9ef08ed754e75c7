/**
 * The words of a verdict: what the judge is asked ({@link dev.tocsin.chain.verdict.JudgeOptions}),
 * what it answers ({@link dev.tocsin.chain.verdict.Verdict}) and of what an answer is made.
 *
 * <p>Plain data; may import the model and the engine's face, never a judge.
 */
package dev.tocsin.chain.verdict;
