package dev.tocsin.aws;

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
        "`%s` on `%s` failed: %s; evaluate again".formatted(action, resource, oneLine(cause)),
        cause);
  }

  static AccountReadException malformed(String problem, Throwable cause) {
    return new AccountReadException(
        "an answer of AWS is not as its API reference says: %s; update Tocsin".formatted(problem),
        cause);
  }

  static AccountReadException noRegion(Throwable cause) {
    return new AccountReadException(
        "no Region is configured; set `AWS_REGION` or name a profile that has one", cause);
  }

  private static String code(AwsServiceException answer) {
    return answer.awsErrorDetails() == null
        ? "HTTP " + answer.statusCode()
        : answer.awsErrorDetails().errorCode();
  }

  private static String oneLine(SdkException cause) {
    return String.valueOf(cause.getMessage()).strip().replaceAll("\\s*\\R\\s*", " ");
  }
}
