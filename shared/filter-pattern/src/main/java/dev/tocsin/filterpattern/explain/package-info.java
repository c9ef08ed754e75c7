/**
 * Says in words what deployed patterns see and miss, and how to correct them.
 *
 * <p>What goes in: a requirement, deployed tests, and the decision. What comes out: the
 * alternatives that are seen and missed, and a corrected pattern that has been decided to cover.
 * Must not look into the decision's formulas: whatever is claimed here is claimed because it was
 * decided or matched.
 */
package dev.tocsin.filterpattern.explain;
