package dev.tocsin.aws;

import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** Makes one read and gives its failure the name of the call, the resource and the permission. */
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
  static <T> T read(String action, String resource, Supplier<T> call) {
    return ask(action, resource, Set.of(), call).value();
  }

  /**
   * The answer of a call, or that it is one of the refusals that are facts about the account.
   *
   * @param facts error codes that do not fail the read
   */
  static <T> Answer<T> ask(String action, String resource, Set<String> facts, Supplier<T> call) {
    try {
      return new Answer<>(call.get(), null);
    } catch (AwsServiceException answer) {
      if (facts.contains(code(answer))) {
        return new Answer<>(null, code(answer));
      }
      throw explained(action, resource, answer);
    } catch (SdkException failure) {
      throw AccountReadException.failed(action, resource, failure);
    }
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
