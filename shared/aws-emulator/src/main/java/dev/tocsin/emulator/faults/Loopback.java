package dev.tocsin.emulator.faults;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A server on a loopback port of its own, since the query protocol's clients drop a path. */
final class Loopback implements AutoCloseable {
  static {
    // Else every answer waits for the client to acknowledge its headers, 40 ms.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private static final ExecutorService THREADS =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "fault-proxy");
            thread.setDaemon(true);
            return thread;
          });
  private static final long LATE_MILLIS = 100;

  private final CountDownLatch closed = new CountDownLatch(1);
  private final HttpServer server;

  /** Gives the answer to an exchange whose request has been read. */
  interface Answers {
    Answer to(HttpExchange exchange, Asked asked);
  }

  Loopback(Answers answers) {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 500);
    } catch (IOException noPort) {
      throw new UncheckedIOException(noPort);
    }
    server.setExecutor(THREADS);
    server.createContext("/", exchange -> handle(exchange, answers));
    server.start();
  }

  URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void handle(HttpExchange exchange, Answers answers) throws IOException {
    try (exchange) {
      Asked asked =
          Asked.of(
              exchange.getRequestHeaders(),
              exchange.getRequestURI().getPath(),
              exchange.getRequestBody().readAllBytes());
      deliver(exchange, answers.to(exchange, asked));
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
    }
  }

  private void deliver(HttpExchange exchange, Answer answer)
      throws IOException, InterruptedException {
    switch (answer.delivery()) {
      case NOTHING_COMES -> {
        return; // closing the exchange ends the connection
      }
      case NEVER -> {
        closed.await();
        return;
      }
      case LATE -> TimeUnit.MILLISECONDS.sleep(LATE_MILLIS);
      default -> {}
    }
    answer.headers().forEach(exchange.getResponseHeaders()::set);
    byte[] body = answer.body();
    exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
    OutputStream out = exchange.getResponseBody();
    switch (answer.delivery()) {
      case ENDS_EARLY -> {
        out.write(body, 0, body.length / 2);
        out.flush();
      }
      case TRICKLES -> {
        for (byte one : body) {
          out.write(one);
          out.flush();
        }
      }
      default -> out.write(body);
    }
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
  }
}
