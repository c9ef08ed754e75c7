/**
 * A drill: one clearly marked record through the chain of a control, followed link by link until a
 * topic has delivered.
 *
 * <p>What goes in: a control and a snapshot of the account, from which {@link
 * dev.tocsin.drill.DrillPlanner} says what would be written and watched; the clients of that
 * account. What comes out: a {@link dev.tocsin.drill.DrillReport}, which names the link that failed
 * as the judge does, and claims nothing that was not seen.
 *
 * <p>Must not import: software.amazon, dev.tocsin.chain.judge, java.nio.file.
 */
package dev.tocsin.drill;
