/**
 * JSON texts and trees, one to the other, without the JSON library's mapper: nothing here is bound
 * to classes, and what the mapper loads to be able to is a good part of a cold start.
 *
 * <p>What goes in: a text and how to read it, or a tree. What comes out: the tree, or the text.
 *
 * <p>Must not import: any other package of the module.
 */
package dev.tocsin.filterpattern.json;
