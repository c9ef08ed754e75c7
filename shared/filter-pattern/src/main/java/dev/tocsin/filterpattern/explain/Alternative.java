package dev.tocsin.filterpattern.explain;

import dev.tocsin.filterpattern.Requirement;
import dev.tocsin.filterpattern.syntax.Expression;

/**
 * One of the kinds of event that a requirement is about.
 *
 * @param name an event name, or the text of a clause
 * @param clause what tells it from the others
 * @param requirement the requirement narrowed to it
 */
record Alternative(String name, Expression clause, Requirement requirement) {}
