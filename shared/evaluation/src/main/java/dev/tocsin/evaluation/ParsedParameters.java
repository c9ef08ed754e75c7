package dev.tocsin.evaluation;

/** What the texts of a rule's parameters turn out to be. */
public sealed interface ParsedParameters permits RuleParameters, ParameterProblem {}
