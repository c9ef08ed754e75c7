/**
 * What a plan or a template would make, whatever language says so.
 *
 * <p>What goes in: types, addresses and properties under CloudFormation's names. What comes out:
 * {@link dev.tocsin.infrastructure.resource.Resource}s, in which a value that nobody knows yet is
 * an {@link dev.tocsin.infrastructure.resource.Unknown}.
 *
 * <p>Must not import: account, terraform, cloudformation.
 */
package dev.tocsin.infrastructure.resource;
