/**
 * Decides coverage: is there a record that is required and that nothing deployed sees?
 *
 * <p>What goes in: a requirement and deployed tests, both as conditions. What comes out: {@code
 * Covered}, {@code Missed} with a whole record that has been replayed, {@code Vacuous} if nothing
 * is required at all, or {@code Undecided} with the reason. Which clause of a test excludes a
 * record, the test itself says.
 *
 * <p>The way of a question, for {@code { $.a = x || $.b = y }} required and {@code { $.a = x* }}
 * deployed:
 *
 * <ol>
 *   <li>{@link dev.tocsin.filterpattern.decide.Question}: the condition {@code (a ∈ {x} ∨ b ∈ {y})
 *       ∧ ¬(a ∈ x*)}, and the patterns to replay a record through.
 *   <li>{@link dev.tocsin.filterpattern.decide.MissedEventSearch}: is a sample missed as it stands?
 *       If not: which searches are needed to be certain (readings of {@code *}, unknown clauses)?
 *   <li>{@link dev.tocsin.filterpattern.decide.Readings}: the condition under each reading of
 *       {@code *}; here they agree.
 *   <li>{@link dev.tocsin.filterpattern.decide.Translation}: a {@link
 *       dev.tocsin.filterpattern.decide.PathTree} with the nodes {@code $}, {@code $.a} and {@code
 *       $.b}, and a {@link dev.tocsin.filterpattern.decide.Formula} of literals without negations:
 *       {@code (a ∈ {x} ∨ b ∈ {y}) ∧ a ∉ x*}.
 *   <li>{@link dev.tocsin.filterpattern.decide.Search}: asserts {@code a ∉ x*}; that makes {@code a
 *       ∈ {x}} fail, since the {@link dev.tocsin.filterpattern.decide.Domain} of both is empty;
 *       {@code b ∈ {y}} is left and must hold. {@link dev.tocsin.filterpattern.decide.Shape}: the
 *       root is an object then.
 *   <li>{@link dev.tocsin.filterpattern.decide.Solution}: a value for each node, as near to a
 *       sample as it can be: {@code a} missing, {@code b} is {@code y}.
 *   <li>{@link dev.tocsin.filterpattern.decide.Composition}: the record {@code {…, "b":"y"}} on top
 *       of the everyday one.
 *   <li>{@link dev.tocsin.filterpattern.decide.Question#check} and {@code isMissed}: the plain
 *       matcher agrees, under both readings. {@link
 *       dev.tocsin.filterpattern.decide.CoverageDecider} answers {@code Missed}.
 * </ol>
 *
 * <p>{@code [*]} asks for an element, which is a question of its own, only smaller: {@link
 * dev.tocsin.filterpattern.decide.Elements} asks {@link dev.tocsin.filterpattern.decide.Solver},
 * which is why the two know each other. Everything is counted in one {@link
 * dev.tocsin.filterpattern.text.StepBudget}.
 *
 * <p>Must not import: parse, syntax, normalise, match, eventbridge, explain.
 */
package dev.tocsin.filterpattern.decide;
