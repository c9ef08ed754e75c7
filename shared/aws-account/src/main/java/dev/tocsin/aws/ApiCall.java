package dev.tocsin.aws;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Makes one read, holds the answer to what AWS always sends, and gives every failure the name of
 * the call, the resource and a next step. No other class of this package calls AWS to read.
 */
final class ApiCall {
  // As the services spell it: JSON protocol, CloudWatch, SNS.
  private static final Set<String> DENIED =
      Set.of("AccessDeniedException", "AccessDenied", "AuthorizationError");

  private ApiCall() {}

  /** The codes of a denied call, and others, for {@link #ask}. */
  static Set<String> deniedOr(String... others) {
    return Stream.concat(DENIED.stream(), Stream.of(others))
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * The answer of a call.
   *
   * @param action the IAM action that allows it
   * @param resource what it is about, for the message
   * @throws AccountReadException if there is none
   */
  static <T extends SdkPojo> T read(String action, String resource, Supplier<T> call) {
    return ask(action, resource, Set.of(), call).value();
  }

  /**
   * The answer of a call, or that it is one of the refusals that are facts about the account.
   *
   * @param facts error codes that do not fail the read
   */
  static <T extends SdkPojo> Answer<T> ask(
      String action, String resource, Set<String> facts, Supplier<T> call) {
    return attempt(action, resource, facts, () -> whole(call));
  }

  /** The answers of a call that lists in pages; see {@link Pages}. */
  static <T extends SdkPojo> List<T> readPages(
      String action, String resource, Function<String, T> page, Function<T, String> token) {
    return askPages(action, resource, Set.of(), page, token).value();
  }

  /** The same, where some refusals are facts. */
  static <T extends SdkPojo> Answer<List<T>> askPages(
      String action,
      String resource,
      Set<String> facts,
      Function<String, T> page,
      Function<T, String> token) {
    return attempt(
        action, resource, facts, () -> Pages.all(next -> whole(() -> page.apply(next)), token));
  }

  /** The same for what the SDK calls by itself, such as the credentials of a role. */
  static <T> T attempt(String action, String resource, Supplier<T> call) {
    return attempt(action, resource, Set.of(), call).value();
  }

  private static <T> Answer<T> attempt(
      String action, String resource, Set<String> facts, Supplier<T> call) {
    try {
      return new Answer<>(call.get(), null);
    } catch (AwsServiceException answer) {
      if (facts.contains(code(answer))) {
        return new Answer<>(null, code(answer));
      }
      throw explained(action, resource, answer);
    } catch (AccountReadException known) {
      throw known;
    } catch (SdkException failure) {
      throw AccountReadException.failed(action, resource, failure);
    } catch (RuntimeException odd) {
      throw isOfACredentialsProvider(odd)
          ? AccountReadException.noCredentials(odd)
          : AccountReadException.malformed(action, resource, odd);
    }
  }

  /** What a profile's process or token file fails with is no exception of the SDK's. */
  private static boolean isOfACredentialsProvider(RuntimeException odd) {
    return Stream.of(odd.getStackTrace())
        .anyMatch(frame -> frame.getClassName().endsWith("CredentialsProvider"));
  }

  /** A whole answer. One that was cut or is none is asked for once more, as the SDK does not. */
  private static <T extends SdkPojo> T whole(Supplier<T> call) {
    try {
      return checked(call.get());
    } catch (AwsServiceException refused) {
      throw refused;
    } catch (RuntimeException unreadable) {
      if (isNoAnswer(unreadable)) {
        throw unreadable;
      }
      return checked(call.get());
    }
  }

  private static <T extends SdkPojo> T checked(T answer) {
    try {
      AlwaysSent.check(answer);
    } catch (BadAnswer bad) {
      throw answer instanceof SdkResponse response
          ? CallWatch.address(response).map(bad::from).orElse(bad)
          : bad;
    }
    return answer;
  }

  /** Whether nothing came, after the retries of the SDK, or nothing was even sent. */
  private static boolean isNoAnswer(RuntimeException failure) {
    boolean bySdk = failure instanceof SdkClientException;
    return failure instanceof AbortedException
        || failure instanceof AccountReadException
        || (bySdk
            && NoAnswer.told((SdkException) failure) instanceof NoAnswer none
            && !none.isUnreadable())
        || (bySdk && (failure.getCause() == null || failure.getCause() instanceof IOException));
  }

  /**
   * @param value the answer, null iff refused
   * @param refusal the error code, null iff answered
   */
  record Answer<T>(T value, String refusal) {
    boolean isDenied() {
      return isRefused() && DENIED.contains(refusal);
    }

    boolean isRefused() {
      return refusal != null;
    }
  }

  static boolean isDenied(AwsServiceException answer) {
    return DENIED.contains(code(answer));
  }

  /** Empty where there is none: a proxy or a load balancer answers without one. */
  private static String code(AwsServiceException answer) {
    return Optional.ofNullable(answer.awsErrorDetails()).map(AwsErrorDetails::errorCode).orElse("");
  }

  private static AccountReadException explained(
      String action, String resource, AwsServiceException answer) {
    if (isDenied(answer)) {
      return AccountReadException.denied(action, resource, answer);
    }
    return answer.isThrottlingException()
        ? AccountReadException.throttled(action, resource, answer)
        : AccountReadException.failed(action, resource, answer);
  }
}
