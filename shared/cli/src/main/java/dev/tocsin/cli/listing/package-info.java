/**
 * Commands that list what there is: {@code controls}, {@code benchmarks}.
 *
 * <p>What goes in: the catalogue and filters. What comes out: a line for each, or JSON. Nothing
 * here judges or reads an account.
 *
 * <p>Must not import: account, pattern, repository, dev.tocsin.aws, dev.tocsin.chain,
 * dev.tocsin.filterpattern, software.amazon.
 */
package dev.tocsin.cli.listing;
