/**
 * Says in words what deployed patterns see and miss, and how to correct them.
 *
 * <p>What goes in: a requirement, deployed tests, and the decision. What comes out: the
 * alternatives that are seen and missed, grouped by reason, and the smallest correction that has
 * been decided to cover and to match nothing that nobody asked for. Whatever is claimed here is
 * claimed because it was decided or matched.
 *
 * <p>Must not import: normalise, match, eventbridge, condition, text.
 */
package dev.tocsin.filterpattern.explain;
