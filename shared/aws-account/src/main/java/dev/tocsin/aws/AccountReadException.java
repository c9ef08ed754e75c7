package dev.tocsin.aws;

import dev.tocsin.chain.model.BadSnapshot;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * The account could not be read, so nothing may be said about it. The message is one line: the
 * call, the resource, what AWS answered and what to do.
 */
public final class AccountReadException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private AccountReadException(String message, Throwable cause) {
    super(message, cause);
  }

  static AccountReadException denied(String action, String resource, AwsServiceException answer) {
    return new AccountReadException(
        "`%s` on `%s` is denied (%s); allow `%s` in the policy of the role that evaluates"
            .formatted(action, resource, code(answer), action),
        answer);
  }

  static AccountReadException throttled(
      String action, String resource, AwsServiceException answer) {
    return new AccountReadException(
        "`%s` on `%s` is throttled (%s) after every retry; evaluate again, or ask for a higher quota"
            .formatted(action, resource, code(answer)),
        answer);
  }

  static AccountReadException failed(String action, String resource, SdkException cause) {
    return new AccountReadException(
        "`%s` on `%s` failed: %s; %s"
            .formatted(action, resource, OneLine.of(cause), NextStep.after(cause)),
        cause);
  }

  /** There was an answer, and it is none that AWS can have given. */
  static AccountReadException malformed(String action, String resource, RuntimeException cause) {
    return new AccountReadException(
        "`%s` on `%s` answered what its API reference rules out: %s; %s"
            .formatted(action, resource, OneLine.of(cause), NextStep.AFTER_A_BAD_ANSWER),
        cause);
  }

  /**
   * The answers do not make a snapshot: one says what no account can have, or the same thing twice.
   */
  static AccountReadException contradictory(BadSnapshot cause) {
    String problem = OneLine.of(cause);
    return new AccountReadException(
        "the answer of `%s` is not as its API reference says: %s; %s"
            .formatted(SnapshotPart.readBy(problem), problem, NextStep.AFTER_A_BAD_ANSWER),
        cause);
  }

  /** The accounts of an organization are shown to two kinds of account only. */
  static AccountReadException noOrganization(String code, boolean denied) {
    return new AccountReadException(
        denied
            ? "`organizations:ListAccounts` is denied (%s); use credentials of the organization's management account or of a delegated administrator, allow `organizations:ListAccounts` there, or name the accounts with `--accounts`"
                .formatted(code)
            : "the account of the credentials is in no organization (%s); name the accounts with `--accounts`"
                .formatted(code),
        null);
  }

  static AccountReadException noRegion(Throwable cause) {
    return new AccountReadException(
        "no Region is configured; set `AWS_REGION` or name a profile that has one", cause);
  }

  private static String code(AwsServiceException answer) {
    return Optional.ofNullable(answer.awsErrorDetails())
        .map(AwsErrorDetails::errorCode)
        .orElseGet(() -> "HTTP " + answer.statusCode());
  }
}
