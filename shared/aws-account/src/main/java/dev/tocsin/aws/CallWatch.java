package dev.tocsin.aws;

import java.net.URI;
import java.util.concurrent.atomic.LongAdder;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpRequest;

/** Counts calls, and names the address where nothing came from. */
final class CallWatch implements ExecutionInterceptor {
  private final LongAdder calls = new LongAdder();

  /** How many calls were begun. */
  long calls() {
    return calls.sum();
  }

  @Override
  public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
    calls.increment();
  }

  @Override
  public Throwable modifyException(
      Context.FailedExecution context, ExecutionAttributes attributes) {
    Throwable failure = context.exception();
    // In the failure, not in place of it: the SDK takes none of another class in its place.
    context
        .httpRequest()
        .map(SdkHttpRequest::getUri)
        .flatMap((URI address) -> NoAnswer.of(failure, address))
        .ifPresent(failure::addSuppressed);
    return failure;
  }
}
