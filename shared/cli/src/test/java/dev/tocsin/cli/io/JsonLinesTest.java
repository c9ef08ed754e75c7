package dev.tocsin.cli.io;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A line that cannot be answered is refused in its place, and every other is answered. */
class JsonLinesTest {
  private static final String GOOD = "{\"id\": \"good\"}";

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"{\"id\": 1", "nothing", "{}}", "{\"a\": 1, \"a\": 2}", "[1,]"})
  void lineThatIsNoJsonIsRefused(String line) throws IOException {
    assertThat(ask(GOOD, line, GOOD)).containsExactly("good", "2: not JSON", "good");
  }

  @Test
  void lineThatIsNestedTooDeepIsRefused() throws IOException {
    for (int depth : new int[] {1_001, 200_000}) {
      String line = "[".repeat(depth) + "]".repeat(depth);
      assertThat(ask(GOOD, line, GOOD)).containsExactly("good", "2: not JSON", "good");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"InputProblem", "NullPointerException", "StackOverflowError", "OutOfMemoryError"})
  void lineThatEndsInAFailureIsRefusedWithItsOwnId(String failure) throws IOException {
    String line = "{\"id\": \"bad\", \"fail\": \"" + failure + "\"}";
    assertThat(ask(GOOD, line, GOOD)).containsExactly("good", "bad: " + failure, "good");
  }

  @Test
  void bytesThatAreNoUtf8SpoilTheirLineOnly() throws IOException {
    var bytes = new ByteArrayOutputStream();
    bytes.write("\ufeff{\"id\": \"good\"}\r\n\n".getBytes(StandardCharsets.UTF_8));
    bytes.write(new byte[] {'"', (byte) 0xff, '"', '\n'});
    bytes.write(GOOD.getBytes(StandardCharsets.UTF_8));
    assertThat(ask(bytes.toByteArray())).containsExactly("good", "3: not UTF-8", "good");
  }

  @Test
  void lineThatHasNoEndIsRefusedAndTheNextIsRead() throws IOException {
    byte[] end = ("\n" + GOOD + "\n").getBytes(StandardCharsets.UTF_8);
    byte[] whole = new byte[LineReader.MOST_BYTES + 1 + end.length];
    Arrays.fill(whole, (byte) 'x');
    System.arraycopy(end, 0, whole, LineReader.MOST_BYTES + 1, end.length);
    assertThat(ask(whole)).containsExactly("1: too long", "good");
  }

  @Test
  void answersComeInTheOrderOfTheLines() throws IOException {
    List<String> lines =
        IntStream.range(0, 3_000).mapToObj(i -> "{\"id\": \"" + i + "\"}").toList();
    assertThat(ask(lines.toArray(String[]::new)))
        .containsExactlyElementsOf(IntStream.range(0, 3_000).mapToObj(String::valueOf).toList());
  }

  private List<String> ask(String... lines) throws IOException {
    return ask(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
  }

  /** What became of each line, in short. */
  private List<String> ask(byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve("lines.jsonl"), bytes);
    List<String> seen = new ArrayList<>();
    JsonLines.answer(
        file,
        JsonLinesTest::idOf,
        seen::add,
        refusal -> seen.add(refusal.id().asText() + ": " + brief(refusal.error())));
    return seen;
  }

  private static String idOf(JsonLines.Line line) {
    JsonNode failure = line.json().path("fail");
    switch (failure.asText()) {
      case "InputProblem" -> throw new InputProblem("InputProblem\nof two lines");
      case "NullPointerException" -> throw new NullPointerException();
      case "StackOverflowError" -> throw new StackOverflowError();
      case "OutOfMemoryError" -> throw new OutOfMemoryError("Java heap space");
      default -> {
        return line.id().asText();
      }
    }
  }

  private static String brief(String error) {
    assertThat(error).doesNotContain("\n").doesNotContain("\r");
    for (String kind :
        List.of(
            "InputProblem",
            "NullPointerException",
            "StackOverflowError",
            "OutOfMemoryError",
            "not JSON")) {
      if (error.contains(kind)) {
        return kind;
      }
    }
    return error.contains("UTF-8") ? "not UTF-8" : error.contains("at most") ? "too long" : error;
  }
}
