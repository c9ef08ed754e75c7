/**
 * The controls, read from the rule folders.
 *
 * <p>What goes in: the folders of {@code rules/}, from the class path or from disk. What comes out:
 * a {@link dev.tocsin.catalog.ControlCatalog} of {@link dev.tocsin.catalog.Control}s, or every
 * problem of every folder at once. Nothing here decides coverage, knows AWS accounts or opens
 * connections.
 *
 * <p>Must not import: software.amazon, dev.tocsin.chain.
 */
package dev.tocsin.catalog;
