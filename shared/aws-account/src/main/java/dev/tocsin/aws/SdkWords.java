package dev.tocsin.aws;

import java.util.Optional;
import java.util.regex.Pattern;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * What a failure says without what the SDK adds for itself: request ids, counts of attempts, and
 * its own objects, which list every profile of the machine.
 */
final class SdkWords {
  private static final Pattern OBJECTS = Pattern.compile(":? *ProfileFile\\(.*");
  private static final Pattern ATTEMPTS = Pattern.compile(" *\\(SDK Attempt Count: \\d+\\)");
  private static final String NO_CREDENTIALS = "Unable to load credentials from any";

  private SdkWords() {}

  /** In one line. */
  static String of(SdkException failure) {
    String message = String.valueOf(failure.getMessage());
    if (failure instanceof AwsServiceException answer) {
      return OneLine.of(
          Optional.ofNullable(answer.awsErrorDetails())
              .map(details -> inWords(details, message))
              .orElse(message));
    }
    if (message.startsWith(NO_CREDENTIALS)) {
      return "no credentials were found in the environment, in the profile `default`, or by a role of this machine";
    }
    return OneLine.of(ATTEMPTS.matcher(OBJECTS.matcher(message).replaceAll("")).replaceAll(""));
  }

  private static String inWords(AwsErrorDetails details, String otherwise) {
    return details.errorMessage() == null || details.errorCode() == null
        ? otherwise
        : "%s (%s)".formatted(details.errorMessage(), details.errorCode());
  }

  /** Whether it is that there are none, or none that can be used. */
  static boolean isOfCredentials(SdkException failure) {
    String message = String.valueOf(failure.getMessage());
    return message.startsWith(NO_CREDENTIALS) || OBJECTS.matcher(message).find();
  }
}
