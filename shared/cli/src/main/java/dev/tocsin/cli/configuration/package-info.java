/**
 * Defaults that stand in a file, {@code tocsin.yaml}.
 *
 * <p>What goes in: the file beside which the command is run, or the one that {@code TOCSIN_CONFIG}
 * names. What comes out: default values for options of the same names. What is wrong with the file
 * is said with its line.
 *
 * <p>Must not import: account, pattern, listing, repository, dev.tocsin.aws, dev.tocsin.chain,
 * dev.tocsin.filterpattern, software.amazon.
 */
package dev.tocsin.cli.configuration;
