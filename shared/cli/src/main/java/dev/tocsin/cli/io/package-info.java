/**
 * How every command reads and writes: the terminal, JSON, files of JSON lines, formats, exit codes.
 *
 * <p>What goes in: streams, files and what a command answers. What comes out: text or JSON, and the
 * number that the shell is told. Knows no control, pattern or account.
 *
 * <p>Must not import: any other package of the module, dev.tocsin.filterpattern,
 * dev.tocsin.catalog, dev.tocsin.evaluation, dev.tocsin.chain.judge, software.amazon.
 */
package dev.tocsin.cli.io;
