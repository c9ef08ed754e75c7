/**
 * The account that resources would make.
 *
 * <p>What goes in: {@link dev.tocsin.infrastructure.resource.Resource}s. What comes out: a {@link
 * dev.tocsin.chain.model.Snapshot}, where each thing is written down, and what was left out because
 * something of it is not known. Leaving out is safe by construction: what could carry an alarm goes
 * with everything that reads it, and what could silence one takes away all that it could silence.
 *
 * <p>Must not import: terraform, cloudformation.
 */
package dev.tocsin.infrastructure.account;
