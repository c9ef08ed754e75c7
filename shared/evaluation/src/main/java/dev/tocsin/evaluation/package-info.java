/**
 * The one thing Tocsin does: a control, the parameters of its rule and a snapshot of an account
 * give a verdict.
 *
 * <p>What goes in: a {@link dev.tocsin.catalog.Control}, the texts of a rule's parameters and a
 * {@link dev.tocsin.chain.model.Snapshot}. What comes out: which reads are needed ({@link
 * dev.tocsin.evaluation.Extent}), the verdict ({@link dev.tocsin.evaluation.ControlJudge}) and its
 * JSON ({@link dev.tocsin.evaluation.VerdictJson}). The Lambda function and the command line are
 * adapters around it, so that both give the same verdict.
 *
 * <p>Reads no file, and no clock but to end what takes too long ({@link
 * dev.tocsin.evaluation.Deadline}).
 *
 * <p>Must not import: software.amazon, com.amazonaws, java.nio.file.
 */
package dev.tocsin.evaluation;
