/**
 * For tests: holds a module to what its package-info files promise.
 *
 * <p>What goes in: the name of a module's base package; the sources and classes of the module in
 * whose tests it runs. What comes out: tests that fail with the file, the promise and the code that
 * breaks it. A module's {@code ArchitectureTest} extends {@link
 * dev.tocsin.architecture.ArchitectureRules} and says only what is special about the module; a test
 * of a shaded jar extends {@link dev.tocsin.architecture.ShadedJarRules}.
 *
 * <p>Must not import: dev.tocsin.filterpattern, dev.tocsin.chain, dev.tocsin.catalog.
 */
package dev.tocsin.architecture;
