package dev.tocsin.aws;

import dev.tocsin.chain.model.BadSnapshot;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * The account could not be read, so nothing may be said about it. The message is one line: the
 * call, the resource, what AWS answered and what to do.
 */
public final class AccountReadException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int MOST_NAMES = 8;

  private AccountReadException(String message, Throwable cause) {
    super(message, cause);
  }

  static AccountReadException denied(String action, String resource, AwsServiceException answer) {
    if (action.equals(AwsClients.WHO_AM_I)) {
      return new AccountReadException(
          "`%s` is denied (%s), which needs no permission and no policy can refuse; check the address that answers: `--endpoint-url`, `AWS_ENDPOINT_URL` and the policy of a VPC endpoint"
              .formatted(action, code(answer)),
          answer);
    }
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

  static AccountReadException failed(String action, String resource, SdkException failure) {
    SdkException cause = NoAnswer.told(failure);
    return new AccountReadException(
        "`%s` on `%s` failed: %s; %s"
            .formatted(action, resource, SdkWords.of(cause), NextStep.after(cause)),
        cause);
  }

  /** There was an answer, and it says that the call did nothing. */
  static AccountReadException refused(String action, String resource, String why) {
    return new AccountReadException(
        "`%s` on `%s` was refused: %s".formatted(action, resource, why), null);
  }

  /** There was an answer, and it is none that AWS can have given. */
  static AccountReadException malformed(String action, String resource, RuntimeException cause) {
    return new AccountReadException(
        "`%s` on `%s` answered what its API reference rules out: %s; %s"
            .formatted(action, resource, OneLine.of(cause), NextStep.AFTER_A_BAD_ANSWER),
        cause);
  }

  /** Nothing was asked, since what the profile names gives no credentials. */
  static AccountReadException noCredentials(RuntimeException failure) {
    String why =
        Optional.ofNullable(failure.getCause())
            .map(Throwable::getMessage)
            .map(message -> " (" + OneLine.of(message) + ")")
            .orElse("");
    return new AccountReadException(
        "the credentials cannot be had: %s%s; mend what the profile names, its `credential_process` or `web_identity_token_file`"
            .formatted(OneLine.of(failure), why),
        failure);
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
        "no Region is configured; name one with `--region`, set `AWS_REGION` or give the profile a `region`",
        cause);
  }

  static AccountReadException noSuchRegion(String name) {
    return new AccountReadException(
        "there is no Region `%s`; write one such as `us-east-1`".formatted(name), null);
  }

  /** The others are named, up to {@link #MOST_NAMES} of them, and nothing of what they hold. */
  static AccountReadException noProfile(String name, Collection<String> others) {
    String there =
        others.isEmpty()
            ? "they have none"
            : others.stream()
                    .limit(MOST_NAMES)
                    .collect(Collectors.joining("`, `", "they have `", "`"))
                + (others.size() > MOST_NAMES ? " and more" : "");
    return new AccountReadException(
        "profile `%s` is not in the AWS CLI's `config` and `credentials` files; %s"
            .formatted(name, there),
        null);
  }

  private static String code(AwsServiceException answer) {
    return Optional.ofNullable(answer.awsErrorDetails())
        .map(AwsErrorDetails::errorCode)
        .orElseGet(() -> "HTTP " + answer.statusCode());
  }
}
