package dev.tocsin.emulator.faults;

import com.sun.net.httpserver.HttpExchange;
import dev.tocsin.emulator.AwsEmulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An endpoint whose answers are those of the emulator, and are kept. */
public final class Recorder implements AutoCloseable {
  private static final List<String> ASKED =
      List.of("Authorization", "X-Amz-Target", "Content-Type", "smithy-protocol", "Accept");
  private static final List<String> ANSWERED =
      List.of("Content-Type", "smithy-protocol", "x-amzn-query-error");

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Recording recording = new Recording();
  private final URI emulator;
  private final Loopback server;

  /** Records what is asked of an emulator from now on. */
  public Recorder(AwsEmulator emulator) {
    this.emulator = emulator.endpoint();
    this.server = new Loopback(this::answer);
  }

  /** The endpoint of every service. */
  public URI endpoint() {
    return server.endpoint();
  }

  /** What was answered. */
  public Recording recording() {
    return recording;
  }

  private Answer answer(HttpExchange exchange, Asked asked) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(emulator.resolve(exchange.getRequestURI().getPath()))
            .POST(BodyPublishers.ofString(asked.body(), StandardCharsets.ISO_8859_1));
    for (String header : ASKED) {
      String value = exchange.getRequestHeaders().getFirst(header);
      if (value != null) {
        request.header(header, value);
      }
    }
    Answer answer = answer(send(request.build()));
    recording.add(asked, answer);
    return answer;
  }

  private HttpResponse<byte[]> send(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofByteArray());
    } catch (IOException unreachable) {
      throw new UncheckedIOException(unreachable);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  private static Answer answer(HttpResponse<byte[]> response) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (String header : ANSWERED) {
      response.headers().firstValue(header).ifPresent(value -> headers.put(header, value));
    }
    return new Answer(response.statusCode(), headers, response.body(), Answer.Delivery.WHOLE);
  }

  @Override
  public void close() {
    server.close();
  }
}
