package dev.tocsin.cli.pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.cli.io.InputFiles;
import dev.tocsin.cli.io.InputProblem;
import dev.tocsin.cli.io.Json;
import dev.tocsin.cli.io.JsonLines.Refusal;
import dev.tocsin.records.Damage;
import dev.tocsin.records.Fields;
import dev.tocsin.records.RecordFolders;
import dev.tocsin.records.RecordReader;
import dev.tocsin.records.RecordSink;
import dev.tocsin.records.RecordSource;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * CloudTrail records as delivered or exported, told from files of JSON lines by how they begin: a
 * folder, gzip, a list, {@code {"Records": …}}, or an object that does not end on its first line.
 */
final class RecordFiles {
  private static final int LOOKED_AT = 4096;
  private static final Pattern WHOLE_DOCUMENT =
      Pattern.compile(
          "\\s*(\\[|\\{\\s*\"(Records|Events|events|messageType)\"\\s*:|\\{\\s*\\R).*",
          Pattern.DOTALL);

  private final Path file;
  private final InputStream opened;

  private RecordFiles(Path file, InputStream opened) {
    this.file = file;
    this.opened = opened;
  }

  /**
   * Looks at how a file begins.
   *
   * @throws InputProblem if it cannot be read
   */
  static RecordFiles at(Path file) {
    if (Files.isDirectory(file)) {
      return new RecordFiles(file, InputStream.nullInputStream());
    }
    try {
      BufferedInputStream in = new BufferedInputStream(InputFiles.open(file), 1 << 16);
      return new RecordFiles(file, in);
    } catch (IOException e) {
      throw InputFiles.unreadable(file, e);
    }
  }

  /** Whether it holds whole documents of records; else its lines are to be read one by one. */
  boolean areDocuments() {
    if (Files.isDirectory(file)) {
      return true;
    }
    try {
      opened.mark(LOOKED_AT);
      byte[] start = opened.readNBytes(LOOKED_AT);
      opened.reset();
      return InputFiles.isGzip(start)
          || WHOLE_DOCUMENT.matcher(new String(start, StandardCharsets.ISO_8859_1)).matches();
    } catch (IOException e) {
      throw InputFiles.unreadable(file, e);
    }
  }

  /** The bytes from the beginning, where it holds lines. */
  InputStream lines() {
    return opened;
  }

  /** Gives every record with its id, and what is none. */
  void read(BiConsumer<JsonNode, ObjectNode> records, Consumer<Refusal> refusals) {
    Numbered sink = new Numbered(records, refusals);
    RecordReader reader = new RecordReader(Fields.ALL);
    try (Stream<RecordSource> sources =
        Files.isDirectory(file)
            ? RecordFolders.of(List.of(file))
            : Stream.of(new RecordSource(InputFiles.name(file), () -> opened))) {
      sources.forEach(source -> reader.read(source, sink));
    } catch (UncheckedIOException e) {
      throw InputFiles.unreadable(file, e.getCause());
    }
  }

  private static final class Numbered implements RecordSink {
    private final BiConsumer<JsonNode, ObjectNode> records;
    private final Consumer<Refusal> refusals;
    private int number;

    Numbered(BiConsumer<JsonNode, ObjectNode> records, Consumer<Refusal> refusals) {
      this.records = records;
      this.refusals = refusals;
    }

    @Override
    public void record(ObjectNode record) {
      number++;
      JsonNode id = record.get("eventID");
      records.accept(id == null ? Json.object().numberNode(number) : id, record);
    }

    @Override
    public void damage(Damage damage) {
      refusals.accept(new Refusal(Json.object().textNode(damage.source()), damage.message()));
    }
  }
}
