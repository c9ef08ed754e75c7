/**
 * How every command reads and writes: the terminal, JSON, files of JSON lines, formats, exit codes.
 *
 * <p>What goes in: streams, files and what a command answers. What comes out: text or JSON, and the
 * number that the shell is told. Knows no control, pattern or account; must import no other room of
 * the command line, no judge and no engine.
 */
package dev.tocsin.cli.io;
