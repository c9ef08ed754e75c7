/**
 * Terraform plans as resources.
 *
 * <p>What goes in: the JSON of {@code terraform show -json} for a plan. What comes out: {@link
 * dev.tocsin.infrastructure.resource.Resource}s under CloudFormation's names. A value that is known
 * only after apply is followed through the configuration to a thing of the plan whose ARN or name
 * can be told beforehand; else it is unknown and says why.
 *
 * <p>Must not import: account, cloudformation.
 */
package dev.tocsin.infrastructure.terraform;
