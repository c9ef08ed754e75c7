package dev.tocsin.aws;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.SdkHttpResponse;

/**
 * Nothing came from an address, or nothing that AWS says, in words that name it: the SDK's do not.
 */
final class NoAnswer extends SdkClientException {
  private static final long serialVersionUID = 1L;

  private final String nextStep;
  private final boolean unreadable;

  private NoAnswer(String message, String nextStep, Throwable cause) {
    this(message, nextStep, cause, false);
  }

  private NoAnswer(String message, String nextStep, Throwable cause, boolean unreadable) {
    super(SdkClientException.builder().message(message).cause(cause));
    this.nextStep = nextStep;
    this.unreadable = unreadable;
  }

  /** Whether something came that passes for success, and no part of it can be used. */
  boolean isUnreadable() {
    return unreadable;
  }

  /** What to do about it. */
  String nextStep() {
    return nextStep;
  }

  /**
   * The failure in words that name the address, where {@link CallWatch} found them; else itself.
   */
  static SdkException told(SdkException failure) {
    return causes(failure)
        .flatMap(cause -> Stream.of(cause.getSuppressed()))
        .filter(NoAnswer.class::isInstance)
        .map(SdkException.class::cast)
        .findFirst()
        .orElse(failure);
  }

  /** An address as messages name it. */
  static String origin(URI address) {
    return "%s://%s".formatted(address.getScheme(), address.getAuthority());
  }

  /** A failure of a call to an address, if it is that nothing came from there. */
  static Optional<NoAnswer> of(Throwable failure, URI address) {
    String to = origin(address);
    if (failure instanceof AwsServiceException answer && isOfSomebodyElse(answer)) {
      return Optional.of(
          new NoAnswer(
              "`%s` does not answer as AWS does (HTTP %d, no error code)"
                  .formatted(to, answer.statusCode()),
              "look for a proxy in between, and check that address: `--endpoint-url`, `AWS_ENDPOINT_URL`",
              failure));
    }
    if (failure instanceof ApiCallTimeoutException
        || failure instanceof ApiCallAttemptTimeoutException) {
      return Optional.of(silent(to, failure));
    }
    return causes(failure)
        .filter(IOException.class::isInstance)
        .flatMap(cause -> of((IOException) cause, to, address.getHost()).stream())
        .findFirst();
  }

  /** The same of an answer that passes for success, if it is not in the form of AWS's. */
  static Optional<NoAnswer> unreadable(Throwable failure, URI address, SdkHttpResponse answer) {
    return failure instanceof SdkClientException && answer.isSuccessful()
        ? Optional.of(
            new NoAnswer(
                "`%s` does not answer as AWS does (HTTP %d, %s that cannot be read)"
                    .formatted(
                        origin(address),
                        answer.statusCode(),
                        answer.firstMatchingHeader("Content-Type").orElse("without a type,")),
                NextStep.AFTER_A_BAD_ANSWER,
                failure,
                true))
        : Optional.empty();
  }

  /** It and what caused it; a circle of causes ends. */
  private static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause).limit(20);
  }

  /** A refusal of AWS has a code; a proxy's page, or another server's, has none. */
  private static boolean isOfSomebodyElse(AwsServiceException answer) {
    return !answer.isThrottlingException()
        && Optional.ofNullable(answer.awsErrorDetails())
            .map(AwsErrorDetails::errorCode)
            .filter(code -> !code.isBlank())
            .isEmpty();
  }

  private static Optional<NoAnswer> of(IOException cause, String to, String host) {
    if (cause instanceof UnknownHostException) {
      return Optional.of(
          new NoAnswer(
              "no address is known for `" + unknown(cause, host) + "`",
              "check the Region's name, and that this machine can resolve names",
              cause));
    }
    if (cause instanceof ConnectException || cause instanceof NoRouteToHostException) {
      return Optional.of(
          new NoAnswer(
              "`%s` takes no connection (%s)".formatted(to, OneLine.of(cause)),
              "check that address, and what lies between, a proxy or a firewall",
              cause));
    }
    if (cause instanceof SSLException) {
      return Optional.of(
          new NoAnswer(
              "`%s` and this machine do not agree on a secure connection (%s)"
                  .formatted(to, OneLine.of(cause)),
              "look for a proxy in between, and let Java trust its certificate",
              cause));
    }
    return cause instanceof SocketTimeoutException
        ? Optional.of(silent(to, cause))
        : Optional.empty();
  }

  /** Who was looked for: not whom the call is for, where a role is assumed for it first. */
  private static String unknown(IOException cause, String host) {
    String name = String.valueOf(cause.getMessage()).split(":", 2)[0].strip();
    return name.contains(".") ? name : host;
  }

  private static NoAnswer silent(String to, Throwable cause) {
    return new NoAnswer(
        "`%s` takes the call and does not answer in time".formatted(to),
        "check that address, and what lies between, a proxy or a firewall; then evaluate again",
        cause);
  }
}
