/**
 * Decides coverage: is there a record that is required and that nothing deployed sees?
 *
 * <p>What goes in: a requirement and deployed tests, both as conditions. What comes out: {@code
 * Covered}, {@code Missed} with a whole record that has been replayed, or {@code Undecided} with
 * the reason. The question becomes a formula over a tree of paths ({@code Problem}), a search
 * assigns sets of values to the paths ({@code Search}), and a record is made of what is left
 * ({@code RecordBuilder}). Must not import pattern syntax, except to say which clause of a pattern
 * excluded a record.
 */
package dev.tocsin.filterpattern.decide;
