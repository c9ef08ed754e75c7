/**
 * The only door to AWS: an account's monitoring comes in as a {@link
 * dev.tocsin.chain.model.Snapshot}, evaluations go out to AWS Config.
 *
 * <p>In: an account and which parts of it are wanted. Out: the snapshot, or an {@link
 * dev.tocsin.aws.AccountReadException} that names the call, the resource and the missing
 * permission. A read that fails is never turned into a fact about the account.
 *
 * <p>Nothing here has an opinion, and no other module imports the AWS SDK.
 *
 * <p>Must not import: dev.tocsin.chain.judge, dev.tocsin.chain.verdict, dev.tocsin.catalog.
 */
package dev.tocsin.aws;
