/**
 * Commands for maintainers of a clone: {@code render}, {@code new-rule}.
 *
 * <p>What goes in: the clone's root. What comes out: files in it, made by {@code
 * dev.tocsin.rendering}.
 *
 * <p>Must not import: account, control, pattern, dev.tocsin.aws, dev.tocsin.chain.judge.
 */
package dev.tocsin.cli.repository;
