/**
 * CloudFormation templates as resources.
 *
 * <p>What goes in: the text of templates, YAML or JSON, and parameters. What comes out: {@link
 * dev.tocsin.infrastructure.resource.Resource}s with the line they are written on. Intrinsic
 * functions are evaluated as far as a template alone allows; the rest is unknown and says why.
 *
 * <p>Must not import: account, terraform.
 */
package dev.tocsin.infrastructure.cloudformation;
