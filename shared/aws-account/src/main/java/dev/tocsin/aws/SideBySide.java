package dev.tocsin.aws;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Runs independent reads at the same time and gives their results in the order they were asked for.
 */
final class SideBySide implements AutoCloseable {
  private static final int THREADS = 8;

  private final ExecutorService executor =
      Executors.newFixedThreadPool(
          THREADS,
          task -> {
            Thread thread = new Thread(task, "account-reader");
            thread.setDaemon(true);
            return thread;
          });

  /** A read that has begun. Must not be waited for inside another read. */
  <T> Supplier<T> start(Supplier<T> read) {
    Future<T> future = executor.submit(read::get);
    return () -> result(future);
  }

  /** One read for each of these, all at the same time. */
  <A, T> List<T> each(Collection<A> arguments, Function<A, T> read) {
    List<Supplier<T>> started = new ArrayList<>();
    arguments.forEach(argument -> started.add(start(() -> read.apply(argument))));
    return started.stream().map(Supplier::get).toList();
  }

  private static <T> T result(Future<T> future) {
    try {
      return future.get();
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new CompletionException(failed.getCause());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while reading the account", interrupted);
    }
  }

  /** Gives up the reads that have not ended. */
  @Override
  public void close() {
    executor.shutdownNow();
  }
}
