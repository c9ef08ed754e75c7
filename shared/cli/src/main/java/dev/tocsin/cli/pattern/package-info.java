/**
 * Commands about filter patterns: {@code check}, {@code covers}, {@code explain}, {@code match}.
 *
 * <p>What goes in: pattern texts from options and lines. What comes out: what the engine answers,
 * as text or JSON. Nothing here decides anything. May import {@code io} and {@code control}, and
 * {@code account} only to let AWS confirm an event.
 */
package dev.tocsin.cli.pattern;
