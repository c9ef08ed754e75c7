/**
 * Terraform plans and CloudFormation templates as the account that they would make.
 *
 * <p>What goes in: the JSON of {@code terraform show -json}, or the text of templates with their
 * parameters. What comes out: a {@link dev.tocsin.infrastructure.Blueprint}, which is judged like
 * any account and says what a verdict on it is worth before anything is there. A value that nobody
 * knows yet is named; what hangs on it is left out, so that no verdict rests on it.
 *
 * <p>{@code terraform} and {@code cloudformation} read their languages into {@code resource}, in
 * CloudFormation's names; {@code account} makes a snapshot of these. Nothing here judges, reads a
 * file, or asks AWS.
 *
 * <p>Must not import: dev.tocsin.chain.judge.
 */
package dev.tocsin.infrastructure;
