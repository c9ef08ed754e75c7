package dev.tocsin.emulator.faults;

import java.net.URI;

/**
 * A server that gives the answers of recordings again, some of them spoiled; one run after the
 * other, so that clients and what they have learned can be kept.
 */
public final class FaultProxy implements AutoCloseable {
  private volatile ProxiedRun current;
  private final Loopback server = new Loopback((exchange, call) -> current.answer(call));

  /** Answers as a run has it from now on. */
  public ProxiedRun begin(RandomRun run) {
    ProxiedRun begun = new ProxiedRun(run);
    current = begun;
    return begun;
  }

  /** The endpoint of every service. */
  public URI endpoint() {
    return server.endpoint();
  }

  @Override
  public void close() {
    server.close();
  }
}
