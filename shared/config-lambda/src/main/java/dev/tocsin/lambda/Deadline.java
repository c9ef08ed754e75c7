package dev.tocsin.lambda;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The moment by which an invocation must know its verdict, so that it can still be reported before
 * AWS Lambda ends the function without a word.
 */
final class Deadline {
  // PutEvaluations with its retries, and the log line.
  private static final long RESERVE_MILLIS = 20_000;

  private final long seconds;
  private final long end;

  private Deadline(long millis) {
    seconds = TimeUnit.MILLISECONDS.toSeconds(millis);
    end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
  }

  /**
   * The deadline of an invocation; a third of a short one's time is kept for reporting.
   *
   * @param remainingMillis what AWS Lambda says is left of it
   */
  static Deadline within(int remainingMillis) {
    return new Deadline(remainingMillis - Math.min(RESERVE_MILLIS, remainingMillis / 3));
  }

  /**
   * The result of some work. Work that does not end in time is interrupted and left to itself:
   * reads give up, and the judge's own budgets end the rest.
   *
   * @param what names the work, for the message
   * @throws OutOfTime if it does not end in time
   */
  <T> T meet(String what, Callable<T> work) {
    FutureTask<T> task = new FutureTask<>(work);
    Thread worker = new Thread(task, what);
    worker.setDaemon(true);
    worker.start();
    try {
      return task.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException late) {
      task.cancel(true);
      throw new OutOfTime(what, seconds);
    } catch (InterruptedException interrupted) {
      task.cancel(true);
      Thread.currentThread().interrupt();
      throw new OutOfTime(what, seconds);
    } catch (ExecutionException failed) {
      throw rethrown(failed.getCause());
    }
  }

  private static RuntimeException rethrown(Throwable cause) {
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof RuntimeException failure ? failure : new IllegalStateException(cause);
  }
}
