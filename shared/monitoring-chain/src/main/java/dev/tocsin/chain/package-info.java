/**
 * Whether an event in an account would reach a person. What goes in: an account's monitoring as
 * data and what a control requires. What comes out: a verdict, and a plan of what to add. The
 * packages and what holds of them: {@code README.md} of the module.
 *
 * <p>Must not import: software.amazon.awssdk, java.nio.file.
 */
package dev.tocsin.chain;
