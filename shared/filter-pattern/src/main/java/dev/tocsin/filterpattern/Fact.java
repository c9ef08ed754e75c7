package dev.tocsin.filterpattern;

/**
 * What holds for every CloudTrail record a control is about; a record that breaks it is no
 * counterexample.
 *
 * @param name kebab-case, unique within a control, for example {@code event-name-is-text}
 * @param holds what every such record matches
 * @param source where the fact is documented or was observed
 */
public record Fact(String name, EventTest holds, String source) {}
