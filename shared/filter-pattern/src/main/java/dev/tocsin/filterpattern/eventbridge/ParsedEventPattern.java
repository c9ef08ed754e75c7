package dev.tocsin.filterpattern.eventbridge;

/**
 * What became of a text: an {@link EventPattern}, or the {@link EventPatternProblem} that keeps it
 * from being one.
 */
public sealed interface ParsedEventPattern permits EventPattern, EventPatternProblem {}
