/**
 * Decides coverage: is there a record that is required and that nothing deployed sees?
 *
 * <p>What goes in: a requirement and deployed tests, both as conditions. What comes out: {@code
 * Covered}, {@code Missed} with a whole record that has been replayed, or {@code Undecided} with
 * the reason. The question becomes a formula over a tree of paths ({@code Problem}), a search
 * assigns sets of values to the paths ({@code Search}), and a record is made of what is left
 * ({@code Model}, {@code Composition}). Must not import pattern syntax: which clause of a test
 * excludes a record, the test itself says.
 */
package dev.tocsin.filterpattern.decide;
