package dev.tocsin.chain.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Snapshots are read and written as the JSON library's mapper does by the same annotations, so that
 * the digests in verdicts stay what they were.
 */
class JsonLibraryAgreesTest {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(
              new SimpleModule()
                  .addDeserializer(Instant.class, new Times())
                  .addSerializer(Instant.class, ToStringSerializer.instance))
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_EMPTY, JsonInclude.Include.NON_NULL))
          .build();

  static List<Path> accounts() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("tocsin.root"), FOLDER))) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
  }

  private static final String FOLDER = "shared/examples/accounts";

  @ParameterizedTest
  @MethodSource("accounts")
  void everyExampleIsReadAndWrittenTheSame(Path file) throws Exception {
    String text = Files.readString(file);
    Snapshot snapshot = SnapshotJson.read(text, file.toString());

    assertThat(snapshot).isEqualTo(MAPPER.readValue(text, Snapshot.class));
    assertThat(SnapshotJson.write(snapshot))
        .isEqualTo(MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(snapshot));
    assertThat(SnapshotJson.read(MAPPER.readTree(text), "tree")).isEqualTo(snapshot);
  }

  private static final class Times extends StdDeserializer<Instant> {
    private static final long serialVersionUID = 1L;

    Times() {
      super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      return Instants.read(parser).orElseThrow();
    }
  }
}
