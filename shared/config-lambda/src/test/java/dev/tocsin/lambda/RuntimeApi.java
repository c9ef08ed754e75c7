package dev.tocsin.lambda;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The AWS Lambda Runtime API as far as a function needs it: the next invocation, its response, its
 * error. Source: <a href="https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html">the
 * Lambda guide</a>.
 */
final class RuntimeApi implements AutoCloseable {
  private static final String INVOCATION = "/2018-06-01/runtime/invocation/";
  private static final long SECONDS_TO_LIVE = 120;

  private final HttpServer server;
  private final String functionArn;
  private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
  private final BlockingQueue<Outcome> outcomes = new LinkedBlockingQueue<>();

  RuntimeApi(String functionArn) throws IOException {
    this.functionArn = functionArn;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::serve);
    // Daemon threads, since one of them waits for an invocation that never comes.
    server.setExecutor(
        Executors.newCachedThreadPool(
            task -> {
              Thread thread = new Thread(task, "runtime-api");
              thread.setDaemon(true);
              return thread;
            }));
    server.start();
  }

  /** What {@code AWS_LAMBDA_RUNTIME_API} holds. */
  String address() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  /** Invokes the function and waits for its outcome. */
  Outcome invoke(String event) throws InterruptedException {
    events.add(event);
    Outcome outcome = outcomes.poll(SECONDS_TO_LIVE, TimeUnit.SECONDS);
    if (outcome == null) {
      throw new IllegalStateException("no outcome within " + SECONDS_TO_LIVE + " s");
    }
    return outcome;
  }

  /**
   * How an invocation ended.
   *
   * @param kind {@code response}, {@code error}, or {@code init/error} if it did not even begin
   * @param body what the function sent
   */
  record Outcome(String kind, String body) {}

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      if (path.equals(INVOCATION + "next")) {
        next(exchange);
      } else {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        outcomes.add(new Outcome(path.substring(path.lastIndexOf('/') + 1), body));
        exchange.sendResponseHeaders(202, -1);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void next(HttpExchange exchange) throws IOException, InterruptedException {
    byte[] event = events.take().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.getResponseHeaders().set("Lambda-Runtime-Aws-Request-Id", "8476a536-e9f4-11e8");
    exchange
        .getResponseHeaders()
        .set(
            "Lambda-Runtime-Deadline-Ms",
            String.valueOf(Instant.now().plusSeconds(SECONDS_TO_LIVE).toEpochMilli()));
    exchange.getResponseHeaders().set("Lambda-Runtime-Invoked-Function-Arn", functionArn);
    exchange
        .getResponseHeaders()
        .set("Lambda-Runtime-Trace-Id", "Root=1-5bef4de7-ad49b0e87f6ef6c8");
    exchange.sendResponseHeaders(200, event.length);
    exchange.getResponseBody().write(event);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
