package dev.tocsin.filterpattern;

/**
 * What became of a text: a {@link FilterPattern}, or the {@link ParseProblem} that keeps it from
 * being one.
 */
public sealed interface Parsed permits FilterPattern, ParseProblem {}
