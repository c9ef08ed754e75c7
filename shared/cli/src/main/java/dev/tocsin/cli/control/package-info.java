/**
 * Which controls are asked about, in whose wording and with which parameters of a rule.
 *
 * <p>What goes in: options. What comes out: controls and {@link
 * dev.tocsin.evaluation.RuleParameters}; the options are made from the table of {@link
 * dev.tocsin.evaluation.Parameter}.
 *
 * <p>Must not import: account, pattern, repository, dev.tocsin.aws, dev.tocsin.chain.judge,
 * dev.tocsin.filterpattern, software.amazon.
 */
package dev.tocsin.cli.control;
