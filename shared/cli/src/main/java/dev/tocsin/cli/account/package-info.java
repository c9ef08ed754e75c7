/**
 * Commands about accounts: {@code evaluate}, {@code remediate}, {@code snapshot}, {@code doctor}.
 *
 * <p>What goes in: a live account, snapshots of some, or what would make one. What comes out:
 * verdicts, plans, snapshots. Verdicts come from {@link dev.tocsin.evaluation.ControlJudge}, and
 * nothing here decides one. Only {@code LiveAccount} and {@code MemberAccounts} touch what loads
 * the AWS SDK, so that snapshots are judged without it.
 *
 * <p>Must not import: pattern, repository, dev.tocsin.filterpattern, dev.tocsin.chain.judge,
 * software.amazon.
 */
package dev.tocsin.cli.account;
