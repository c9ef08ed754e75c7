package dev.tocsin.chain.model;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TreeTraversingParser;
import dev.tocsin.filterpattern.json.JsonProblem;
import dev.tocsin.filterpattern.json.JsonTree;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Reads and writes a {@link Snapshot} as JSON. */
public final class SnapshotJson {
  private SnapshotJson() {}

  /** What some editors and shells put before UTF-8 text. */
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION).build();

  /**
   * Reads a snapshot.
   *
   * @param text the JSON
   * @param source the name of the file or stream, for messages
   * @throws BadSnapshot with one line that names the place, iff the text is no snapshot
   */
  public static Snapshot read(String text, String source) throws BadSnapshot {
    String json = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    try (JsonParser parser = JSON.createParser(json)) {
      return read(parser, source);
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory is always readable", e);
    }
  }

  private static Snapshot read(JsonParser parser, String source) throws BadSnapshot, IOException {
    try {
      Snapshot snapshot = new RecordReader(parser).read(Snapshot.class);
      if (parser.nextToken() != null) {
        throw new ShapeException(parser, "expected the end, found more");
      }
      return snapshot;
    } catch (ShapeException e) {
      throw new BadSnapshot(place(source, e.location()) + ": " + e.getMessage(), e);
    } catch (BadMember e) {
      throw new BadSnapshot("`%s`: `%s` %s".formatted(source, e.member(), e.getMessage()), e);
    } catch (JsonProcessingException e) {
      throw new BadSnapshot(place(source, e.getLocation()) + ": not JSON: " + JsonProblem.of(e), e);
    }
  }

  /** The same from a tree, without line numbers in messages. */
  public static Snapshot read(JsonNode tree, String source) throws BadSnapshot {
    try (JsonParser parser = new TreeTraversingParser(tree)) {
      return read(parser, source);
    } catch (IOException e) {
      throw new UncheckedIOException("a tree is always readable", e);
    }
  }

  /**
   * The snapshot as indented JSON that {@link #read(String, String)} reads back as an equal one.
   */
  public static String write(Snapshot snapshot) {
    return JsonTree.indented(RecordWriter.tree(snapshot));
  }

  /** A name or a nesting beyond the JSON library's limits has no place, nor has a tree. */
  private static String place(String source, JsonLocation at) {
    return at == null || at.getLineNr() < 1
        ? "`%s`".formatted(source)
        : "`%s` line %d column %d".formatted(source, at.getLineNr(), Math.max(at.getColumnNr(), 1));
  }
}
