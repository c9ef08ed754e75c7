/**
 * Commands about accounts: {@code evaluate}, {@code remediate}, {@code snapshot}.
 *
 * <p>What goes in: a live account or snapshots of some. What comes out: verdicts, plans, snapshots.
 * Verdicts come from {@link dev.tocsin.evaluation.ControlJudge}, and nothing here decides one. May
 * import {@code io} and {@code control}. Only {@code LiveAccount} may touch a class of the AWS SDK,
 * so that snapshots are judged without loading it.
 */
package dev.tocsin.cli.account;
