package dev.tocsin.evaluation;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * The moment by which a whole evaluation must have its verdicts. The budgets of reads, searches and
 * the judge bound each piece of work; this bounds their sum, whatever the account holds.
 */
public final class Deadline {
  private final long seconds;
  private final long end;
  private final String fix;

  private Deadline(Duration time, String fix) {
    this.seconds = time.toSeconds();
    this.end = System.nanoTime() + time.toNanos();
    this.fix = fix;
  }

  /**
   * A deadline that far from now.
   *
   * @param fix what to do if it is missed, for the message
   */
  public static Deadline in(Duration time, String fix) {
    return new Deadline(time, fix);
  }

  /**
   * The result of some work. Work that does not end in time is interrupted and left to itself:
   * reads give up, and the judge's own budgets end the rest.
   *
   * @param what names the work, for the message
   * @throws OutOfTime if it does not end in time
   */
  public <T> T meet(String what, Callable<T> work) {
    return meet(what, work, () -> "");
  }

  /**
   * The result of some work, as above.
   *
   * @param open asked when the time is up: says what of the work is not done, a clause
   * @throws OutOfTime if it does not end in time
   */
  public <T> T meet(String what, Callable<T> work, Supplier<String> open) {
    FutureTask<T> task = new FutureTask<>(work);
    Thread worker = new Thread(task, what);
    worker.setDaemon(true);
    worker.start();
    try {
      return task.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException late) {
      throw outOfTime(task, what, open);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw outOfTime(task, what, open);
    } catch (ExecutionException failed) {
      throw rethrown(failed.getCause());
    }
  }

  /** Asks first and interrupts then, since work that gives up may look as if it were done. */
  private OutOfTime outOfTime(FutureTask<?> task, String what, Supplier<String> open) {
    OutOfTime end = new OutOfTime(what, seconds, open.get(), fix);
    task.cancel(true);
    return end;
  }

  private static RuntimeException rethrown(Throwable cause) {
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof RuntimeException failure ? failure : new IllegalStateException(cause);
  }
}
