/**
 * Files written from the rule folders: conformance packs, the stack, SSM documents, the index of
 * controls, their pages, the exemplary account; and the folder of a new control.
 *
 * <p>What goes in: a {@link dev.tocsin.catalog.ControlCatalog} and the repository's root. What
 * comes out: {@link dev.tocsin.rendering.RenderedFile}s, which the command writes and a test
 * compares with what is committed. Every text is a template below {@code resources}; the classes
 * here only gather what a template names.
 *
 * <p>Must not import: software.amazon, dev.tocsin.filterpattern.decide, dev.tocsin.chain.
 */
package dev.tocsin.rendering;
