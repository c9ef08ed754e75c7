package dev.tocsin.aws;

import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * What to do about a call that failed. Error codes as "Common Errors" of the services' API
 * references and the IAM user guide's "Troubleshoot signed requests" have them.
 */
final class NextStep {
  static final String AFTER_A_BAD_ANSWER =
      "evaluate again; if it stays so, look for a proxy in between, or update Tocsin";

  private NextStep() {}

  static String after(SdkException failure) {
    if (failure instanceof NoAnswer none) {
      return none.nextStep();
    }
    if (SdkWords.isOfCredentials(failure)) {
      return "log in, set `AWS_PROFILE` or `AWS_ACCESS_KEY_ID`, or name a profile with `--profile`";
    }
    if (!(failure instanceof AwsServiceException answer)) {
      return "evaluate again";
    }
    String message = String.valueOf(answer.getMessage());
    if (message.contains("Signature expired") || message.contains("Signature not yet current")) {
      return "set the clock of this machine";
    }
    return switch (code(answer)) {
      case "ExpiredToken", "ExpiredTokenException", "TokenRefreshRequired" ->
          "renew the credentials, with `aws sso login` or new keys";
      case "UnrecognizedClientException",
          "InvalidClientTokenId",
          "InvalidSignatureException",
          "SignatureDoesNotMatch",
          "MissingAuthenticationToken",
          "IncompleteSignature" ->
          "check the credentials, and that they belong to this partition";
      case "RequestExpired", "RequestTimeTooSkewed" -> "set the clock of this machine";
      case "OptInRequired", "SubscriptionRequiredException" ->
          "enable the Region or the service for the account";
      case "UnknownOperation", "UnknownOperationException", "InvalidAction" ->
          "AWS has the operation in every Region of this partition: check the endpoint";
      default -> "evaluate again";
    };
  }

  private static String code(AwsServiceException answer) {
    return Optional.ofNullable(answer.awsErrorDetails()).map(AwsErrorDetails::errorCode).orElse("");
  }
}
