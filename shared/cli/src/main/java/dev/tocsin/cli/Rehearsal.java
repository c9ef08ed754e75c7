package dev.tocsin.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tocsin.cli.io.Json;
import dev.tocsin.cli.io.StandardOutput;
import dev.tocsin.cli.io.Terminal;
import dev.tocsin.filterpattern.json.ClassPathText;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the installer runs for Java to see, and to archive, the classes that an evaluation loads:
 * one of an account whose answers are recorded, in {@code rehearsal.json}, by {@code
 * shared/benchmarks/command_line.py}. Asks no network but this machine's own.
 */
final class Rehearsal {
  private static final Pattern ACTION = Pattern.compile("Action=(\\w+)&.*", Pattern.DOTALL);
  private static final int NOT_RECORDED = 400;

  private Rehearsal() {}

  public static void main(String[] args) throws IOException {
    System.exit(run(Terminal.ofProcess(System.getenv(), new StandardOutput())));
  }

  /** An evaluation of the recorded account, with its exit code. */
  static int run(Terminal terminal) throws IOException {
    JsonNode answers = Json.read(ClassPathText.of(Rehearsal.class, "rehearsal.json"), "rehearsal");
    InetAddress here = InetAddress.getLoopbackAddress();
    HttpServer server = HttpServer.create(new InetSocketAddress(here, 0), 0);
    server.createContext("/", exchange -> answer(exchange, answers));
    server.start();
    try {
      String endpoint = "http://" + here.getHostAddress() + ":" + server.getAddress().getPort();
      return Tocsin.run(
          terminal, Map.of(), "evaluate", "--region", "eu-west-1", "--endpoint-url", endpoint);
    } finally {
      server.stop(0);
    }
  }

  private static void answer(HttpExchange exchange, JsonNode answers) throws IOException {
    try (exchange) {
      JsonNode recorded = answers.path(operation(exchange));
      byte[] body = Base64.getDecoder().decode(recorded.path("body").asText());
      exchange.getResponseHeaders().set("Content-Type", recorded.path("type").asText());
      exchange.sendResponseHeaders(
          recorded.isMissingNode() ? NOT_RECORDED : 200, body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  /** In the target of the JSON protocol, the path of CBOR's, or the body of the query protocol. */
  private static String operation(HttpExchange exchange) throws IOException {
    String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
    if (target != null) {
      return target.substring(target.lastIndexOf('.') + 1);
    }
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Matcher action = ACTION.matcher(body);
    String path = exchange.getRequestURI().getPath();
    return action.matches() ? action.group(1) : path.substring(path.lastIndexOf('/') + 1);
  }
}
