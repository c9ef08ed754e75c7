package dev.tocsin.evaluation;

import dev.tocsin.catalog.Control;
import dev.tocsin.chain.verdict.Verdict;

/**
 * A control and the verdict on it.
 *
 * @param control what was judged
 * @param verdict the outcome for an account
 */
public record Evaluation(Control control, Verdict verdict) {}
