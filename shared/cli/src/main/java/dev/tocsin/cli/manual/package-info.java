/**
 * {@code tocsin man}: the manual pages, made of what each command says of itself.
 *
 * <p>What goes in: the commands' own names, options and texts. What comes out: a page in {@code
 * man}'s format for each.
 *
 * <p>Must not import: account, pattern, repository, control, dev.tocsin.aws, dev.tocsin.chain,
 * dev.tocsin.catalog, software.amazon.
 */
package dev.tocsin.cli.manual;
