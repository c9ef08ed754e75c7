package dev.tocsin.aws;

import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.SdkHttpResponse;

/** Counts calls, and names the address that answered, or that nothing came from. */
final class CallWatch implements ExecutionInterceptor {
  private static final String ADDRESS = "x-tocsin-answered-by";

  private final LongAdder calls = new LongAdder();

  /** How many calls were begun. */
  long calls() {
    return calls.sum();
  }

  @Override
  public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
    calls.increment();
  }

  /**
   * Who gave an answer, as scheme and authority; empty if no client of {@link AwsClients} asked.
   */
  static Optional<String> address(SdkResponse answer) {
    return Optional.ofNullable(answer.sdkHttpResponse())
        .flatMap(http -> http.firstMatchingHeader(ADDRESS));
  }

  @Override
  public SdkHttpResponse modifyHttpResponse(
      Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
    // Among the headers: nothing else of the exchange stays with the answer.
    return context.httpResponse().toBuilder()
        .putHeader(ADDRESS, NoAnswer.origin(context.httpRequest().getUri()))
        .build();
  }

  @Override
  public Throwable modifyException(
      Context.FailedExecution context, ExecutionAttributes attributes) {
    Throwable failure = context.exception();
    // In the failure, not in place of it: the SDK takes none of another class in its place.
    context
        .httpRequest()
        .map(SdkHttpRequest::getUri)
        .flatMap(
            address ->
                NoAnswer.of(failure, address)
                    .or(
                        () ->
                            context
                                .httpResponse()
                                .flatMap(answer -> NoAnswer.unreadable(failure, address, answer))))
        .ifPresent(failure::addSuppressed);
    return failure;
  }
}
