package dev.tocsin.chain.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs {@code pasted-cases.json}: the text of {@code cases/base.json} with one piece replaced is
 * read, or is refused with what the case says.
 */
class PastedSnapshotTest {

  @TestFactory
  Stream<DynamicTest> pasted() throws IOException {
    String base = resource("/cases/base.json");
    JsonNode cases = new ObjectMapper().readTree(resource("pasted-cases.json"));
    return StreamSupport.stream(cases.spliterator(), false)
        .map(one -> DynamicTest.dynamicTest(one.get("name").asText(), () -> run(base, one)));
  }

  private static void run(String base, JsonNode one) throws BadSnapshot {
    String piece = one.get("replace").asText();
    assertThat(base).contains(piece);
    int at = base.indexOf(piece);
    String text =
        base.substring(0, at) + one.get("with").asText() + base.substring(at + piece.length());
    if (one.has("says")) {
      assertThatThrownBy(() -> SnapshotJson.read(text, "a.json"))
          .isInstanceOf(BadSnapshot.class)
          .hasMessageStartingWith("`a.json`")
          .hasMessageContaining(one.get("says").asText())
          .extracting(Throwable::getMessage)
          .asString()
          .doesNotContain("\n", "java.", "dev.tocsin", "com.fasterxml", "Exception");
    } else {
      Snapshot snapshot = SnapshotJson.read(text, "a.json");
      assertThat(SnapshotJson.read(SnapshotJson.write(snapshot), "again")).isEqualTo(snapshot);
    }
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = PastedSnapshotTest.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
