package dev.tocsin.cli;

import dev.tocsin.catalog.Control;
import dev.tocsin.chain.verdict.Verdict;

/** A control and the verdict on it. */
record Evaluation(Control control, Verdict verdict) {}
