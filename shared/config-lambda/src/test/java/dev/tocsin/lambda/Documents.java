package dev.tocsin.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tocsin.emulator.AwsEmulator;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs the rendered SSM documents against the emulator, in one Python process. */
final class Documents implements AutoCloseable {

  static final Path FOLDER =
      Path.of(System.getProperty("tocsin.root"), "cloudformation", "remediation");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ROLE = "arn:aws:iam::123456789012:role/tocsin-remediation-eu-west-1";

  private final Process process;
  private final Writer in;
  private final BufferedReader out;

  private final HttpServer function;

  Documents(AwsEmulator emulator, String region, ConfigRuleHandler handler) {
    try {
      function = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      function.createContext("/", exchange -> answer(exchange, handler));
      function.start();
      Path runner = Path.of(Documents.class.getResource("run_documents.py").getPath());
      ProcessBuilder builder = new ProcessBuilder(List.of("python3", runner.toString()));
      builder.environment().putAll(emulator.environment(region));
      builder.environment().put("AWS_DEFAULT_REGION", region);
      builder.environment().put("AWS_MAX_ATTEMPTS", "1");
      builder
          .environment()
          .put("TOCSIN_FUNCTION", "http://127.0.0.1:" + function.getAddress().getPort());
      builder.redirectError(ProcessBuilder.Redirect.INHERIT);
      process = builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    in = process.outputWriter(StandardCharsets.UTF_8);
    out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  /** The outputs of a document, by name; {@code failed} alone if it failed. */
  JsonNode run(String document, Map<String, String> parameters) {
    Map<String, String> given = new HashMap<>(parameters);
    given.put("AutomationAssumeRole", ROLE);
    try {
      in.write(
          JSON.writeValueAsString(
              Map.of("document", FOLDER.resolve(document).toString(), "parameters", given)));
      in.write('\n');
      in.flush();
      return JSON.readTree(out.readLine());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What AWS Lambda answers: the handler's result as JSON. */
  private static void answer(HttpExchange exchange, ConfigRuleHandler handler) throws IOException {
    byte[] answer;
    int status = 200;
    try {
      ByteArrayOutputStream result = new ByteArrayOutputStream();
      handler.handleRequest(exchange.getRequestBody(), result, Events.context());
      answer = result.toByteArray();
    } catch (RuntimeException failed) {
      status = 500;
      answer = failed.toString().getBytes(StandardCharsets.UTF_8);
    }
    exchange.sendResponseHeaders(status, answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  @Override
  public void close() {
    function.stop(0);
    process.destroy();
  }
}
