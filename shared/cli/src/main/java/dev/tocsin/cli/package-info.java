/**
 * The command line, {@code tocsin}: arguments and files in, verdicts on standard output, one class
 * a command.
 *
 * <p>What goes in: options, JSON Lines files, snapshots. What comes out: text for people or JSON
 * for programs, and an exit code (see {@link dev.tocsin.cli.ExitCode}). No command decides anything
 * itself: it reads, asks the engine, the judge or the catalogue, and prints. Nothing but the
 * commands that read a live account may touch a class of the AWS SDK, so that the others start
 * without loading it.
 */
package dev.tocsin.cli;
