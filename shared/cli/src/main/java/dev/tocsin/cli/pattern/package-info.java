/**
 * Commands about filter patterns: {@code check}, {@code covers}, {@code explain}, {@code match}.
 *
 * <p>What goes in: pattern texts from options and lines. What comes out: what the engine answers,
 * as text or JSON. Nothing here decides anything, and {@code account} is asked only to let AWS
 * confirm an event.
 *
 * <p>Must not import: repository, dev.tocsin.aws, dev.tocsin.chain.judge, software.amazon.
 */
package dev.tocsin.cli.pattern;
