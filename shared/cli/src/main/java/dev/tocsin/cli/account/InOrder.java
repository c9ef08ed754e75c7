package dev.tocsin.cli.account;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/** Asks many questions side by side and gives the answers in the order of the questions. */
final class InOrder {
  /** So many are asked, or wait to be given, at once. */
  static final int MOST = 16;

  private static final int AT_ONCE = 8;

  private InOrder() {}

  /** Gives every answer on the calling thread, as soon as those before it are given. */
  static <Q, A> void answer(List<Q> questions, Function<Q, A> ask, Consumer<A> give) {
    ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE);
    try {
      Deque<Future<A>> pending = new ArrayDeque<>();
      for (Q question : questions) {
        if (pending.size() == MOST) {
          give.accept(result(pending.remove()));
        }
        pending.add(workers.submit(() -> ask.apply(question)));
      }
      while (!pending.isEmpty()) {
        give.accept(result(pending.remove()));
      }
    } finally {
      workers.shutdownNow();
    }
  }

  private static <A> A result(Future<A> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
