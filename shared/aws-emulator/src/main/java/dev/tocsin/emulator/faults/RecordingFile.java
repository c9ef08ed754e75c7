package dev.tocsin.emulator.faults;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A recording as lines of JSON, one a call; bodies in CBOR are in base 64. */
final class RecordingFile {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String RESOURCES =
      "shared/aws-emulator/src/main/resources/dev/tocsin/emulator/faults/";

  private RecordingFile() {}

  static void write(FaultedAccount account, Path root, Map<Asked, Answer> answers) {
    String lines =
        answers.entrySet().stream()
            .map(entry -> line(entry.getKey(), entry.getValue()))
            .sorted()
            .collect(Collectors.joining("\n", "", "\n"));
    try {
      Files.writeString(root.resolve(RESOURCES + name(account)), lines);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  static Map<Asked, Answer> read(FaultedAccount account) {
    Map<Asked, Answer> answers = new LinkedHashMap<>();
    try (InputStream file = RecordingFile.class.getResourceAsStream(name(account))) {
      String lines = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      for (String line : lines.lines().toList()) {
        JsonNode json = JSON.readTree(line);
        Asked asked =
            new Asked(
                json.path("service").asText(),
                json.path("operation").asText(),
                json.path("region").asText(),
                Protocol.valueOf(json.path("protocol").asText()),
                new String(bytes(json, "asked"), StandardCharsets.ISO_8859_1));
        Map<String, String> headers = new LinkedHashMap<>();
        json.path("headers")
            .properties()
            .forEach(header -> headers.put(header.getKey(), header.getValue().asText()));
        answers.put(
            asked,
            new Answer(
                json.path("status").asInt(),
                headers,
                bytes(json, "answered"),
                Answer.Delivery.WHOLE));
      }
      return answers;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String name(FaultedAccount account) {
    return account.name().toLowerCase(Locale.ROOT).replace('_', '-') + ".jsonl";
  }

  private static String line(Asked asked, Answer answer) {
    ObjectNode json =
        JSON.createObjectNode()
            .put("service", asked.service())
            .put("operation", asked.operation())
            .put("region", asked.region())
            .put("protocol", asked.protocol().name())
            .put(
                "asked", text(asked.protocol(), asked.body().getBytes(StandardCharsets.ISO_8859_1)))
            .put("status", answer.status());
    answer.headers().forEach(json.putObject("headers")::put);
    json.put("answered", text(asked.protocol(), answer.body()));
    try {
      return JSON.writeValueAsString(json);
    } catch (JsonProcessingException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  private static String text(Protocol protocol, byte[] body) {
    return protocol == Protocol.CBOR
        ? Base64.getEncoder().encodeToString(body)
        : new String(body, StandardCharsets.UTF_8);
  }

  private static byte[] bytes(JsonNode json, String member) {
    String text = json.path(member).asText();
    return json.path("protocol").asText().equals(Protocol.CBOR.name())
        ? Base64.getDecoder().decode(text)
        : text.getBytes(StandardCharsets.UTF_8);
  }
}
