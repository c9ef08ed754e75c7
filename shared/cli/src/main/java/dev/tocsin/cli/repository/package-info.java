/**
 * Commands for maintainers of a clone: {@code render}, {@code new-rule}.
 *
 * <p>What goes in: the clone's root. What comes out: files in it, made by {@code
 * dev.tocsin.rendering}. May import {@code io} of the other rooms.
 */
package dev.tocsin.cli.repository;
