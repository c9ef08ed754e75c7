/**
 * The judge of a control. What goes in: a snapshot and the events that must raise an alarm. What
 * comes out: a {@link dev.tocsin.chain.verdict.Verdict}.
 *
 * <p>{@code link} says for each thing that looks at events how far its chain holds; here these
 * {@code Candidates} are placed behind their trails and a {@code Choice} is made of few that
 * together see everything required. If none do, a {@code Diagnosis} takes the best of them ({@code
 * Ranking}) and says what it leaves unseen ({@code Shortfall}) or why nothing sees anything ({@code
 * Misplaced}).
 *
 * <p>Whether patterns cover the events is the engine's to decide, asked through {@code fit}.
 * Nothing here reads files or the clock.
 *
 * <p>Must not import: policy, remedy, wording.
 */
package dev.tocsin.chain.judge;
