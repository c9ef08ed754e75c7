/**
 * The command line, {@code tocsin}: picks the command, and turns every failure into one line and an
 * exit code.
 *
 * <p>What goes in: arguments. What comes out: what the command prints, and an exit code (see {@link
 * dev.tocsin.cli.io.ExitCode}). The commands live in rooms by what they are about: {@code pattern},
 * {@code account}, {@code repository}; what they share is in {@code io} and {@code control}. No
 * command decides anything itself, and nothing here calls AWS but through {@code dev.tocsin.aws}.
 *
 * <p>Must not import: software.amazon, com.amazonaws, dev.tocsin.chain.judge.
 */
package dev.tocsin.cli;
