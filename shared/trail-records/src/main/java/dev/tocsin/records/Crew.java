package dev.tocsin.records;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** Threads that share out parts of sources, with one sink each and a bounded queue. */
final class Crew<S extends RecordSink> implements AutoCloseable {

  private static final int WAITING = 2;

  private final BlockingQueue<S> idle;
  private final int most;
  private final Semaphore room;
  private final ExecutorService workers;
  private final AtomicReference<Throwable> failure = new AtomicReference<>();

  Crew(List<S> sinks) {
    idle = new LinkedBlockingQueue<>(sinks);
    most = sinks.size() * WAITING;
    room = new Semaphore(most);
    workers = Executors.newFixedThreadPool(sinks.size());
  }

  /** Has a part read; waits while enough parts are on their way. */
  void work(Consumer<RecordSink> part) {
    room.acquireUninterruptibly();
    workers.execute(
        () -> {
          try {
            S sink = idle.remove();
            part.accept(sink);
            idle.add(sink);
          } catch (RuntimeException | Error e) {
            failure.compareAndSet(null, e);
          } finally {
            room.release();
          }
        });
  }

  /** Waits until all parts are read; throws what a sink threw, or that memory ran out. */
  void finish() {
    room.acquireUninterruptibly(most);
    if (failure.get() instanceof Error error) {
      throw error;
    }
    if (failure.get() != null) {
      throw (RuntimeException) failure.get();
    }
  }

  @Override
  public void close() {
    workers.shutdownNow();
  }
}
