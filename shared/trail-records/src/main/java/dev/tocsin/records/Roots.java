package dev.tocsin.records;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/** The JSON values that a source or a line consists of, taken apart into records. */
final class Roots {

  private final Fields fields;

  Roots(Fields fields) {
    this.fields = fields;
  }

  /** Reads values to the end of a stream, which a damage ends early. */
  void document(OpenSource source, RecordSink sink) {
    var bytes = new RecordBytes(source.in());
    var counted = new Counted(sink, bytes);
    try (JsonParser parser = Trees.FACTORY.createParser(bytes)) {
      while (parser.nextToken() != null) {
        root(parser, counted);
      }
    } catch (IOException e) {
      sink.damage(new Damage(source.name(), "after record " + counted.records, reason(e)));
    }
  }

  /** Reads the one value of a line. */
  void line(byte[] bytes, int start, int length, LineBatch.Place place, RecordSink sink) {
    if (length > LineBatch.LONGEST_LINE) {
      sink.damage(
          place.damage(
              "expected a line of at most %d bytes, found more. Fix: give Java more memory, 64 MiB at most for a line"
                  .formatted(LineBatch.LONGEST_LINE)));
      return;
    }
    var record = new RecordBytes(new ByteArrayInputStream(bytes, start, length));
    try (JsonParser parser =
        length > RecordBytes.LONGEST
            ? Trees.FACTORY.createParser(record)
            : Trees.FACTORY.createParser(bytes, start, length)) {
      parser.nextToken();
      root(parser, new Counted(sink, record));
      if (parser.nextToken() != null) {
        sink.damage(place.damage("expected one JSON value, found more"));
      }
    } catch (IOException e) {
      sink.damage(place.damage(reason(e)));
    }
  }

  private void root(JsonParser parser, RecordSink sink) throws IOException {
    if (parser.currentToken() == JsonToken.START_ARRAY) {
      list(parser, sink);
    } else if (parser.currentToken() == JsonToken.START_OBJECT) {
      object(parser, sink);
    } else {
      throw new IOException("expected a record or a list of records, found other JSON");
    }
  }

  private void list(JsonParser parser, RecordSink sink) throws IOException {
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (parser.currentToken() != JsonToken.START_OBJECT) {
        throw new IOException("expected a record in the list, found other JSON");
      }
      object(parser, sink);
    }
  }

  /** A record, or what holds a list of them. */
  private void object(JsonParser parser, RecordSink sink) throws IOException {
    ObjectNode object = Trees.object();
    boolean held = false;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      Fields wanted = fields.of(name);
      JsonToken value = parser.nextToken();
      if (value == JsonToken.START_ARRAY && Envelopes.LISTS.contains(name)) {
        held = true;
        list(parser, sink);
      } else if (wanted != null) {
        object.set(name, Trees.value(parser, wanted));
      } else if (Envelopes.isText(name) || AthenaRow.isColumn(name)) {
        object.set(name, Trees.value(parser, Fields.ALL));
      } else {
        parser.skipChildren();
      }
    }
    if (!held) {
      sink.record(Envelopes.record(object, fields));
    }
  }

  /** Why reading failed: Jackson's first line, less where it repeats the position. */
  static String reason(IOException e) {
    if (e instanceof EOFException) {
      return "it ends too early";
    }
    if (e instanceof NoSuchFileException) {
      return "it does not exist";
    }
    if (e instanceof AccessDeniedException) {
      return "it may not be read";
    }
    String message =
        e instanceof JsonProcessingException json ? json.getOriginalMessage() : e.getMessage();
    String first = String.valueOf(message).lines().findFirst().orElse("");
    return first.replaceAll(" \\(start marker at .*|, from `[^`]*`", "").strip();
  }

  /** Counts what goes through, and lets the next be as long. */
  private static final class Counted implements RecordSink {
    private final RecordSink sink;
    private final RecordBytes bytes;
    private long records;

    Counted(RecordSink sink, RecordBytes bytes) {
      this.sink = sink;
      this.bytes = bytes;
    }

    @Override
    public void record(ObjectNode record) {
      records++;
      bytes.recordEnded();
      sink.record(record);
    }

    @Override
    public void damage(Damage damage) {
      sink.damage(damage);
    }
  }
}
