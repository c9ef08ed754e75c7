package dev.tocsin.records;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Keeps what is read, for tests. */
final class Collected implements RecordSink {
  final List<String> records = new ArrayList<>();
  final List<String> damages = new ArrayList<>();

  static Collected of(Fields fields, byte[] bytes) {
    Collected collected = new Collected();
    RecordSource source = new RecordSource("it", () -> new ByteArrayInputStream(bytes));
    new RecordReader(fields).read(source, collected);
    return collected;
  }

  static Collected of(String text) {
    return of(Fields.ALL, text.getBytes(StandardCharsets.UTF_8));
  }

  static byte[] gzip(String text) {
    return gzip(text.getBytes(StandardCharsets.UTF_8));
  }

  static byte[] gzip(byte[] bytes) {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  @Override
  public void record(ObjectNode record) {
    records.add(record.toString());
  }

  @Override
  public void damage(Damage damage) {
    damages.add(damage.message());
  }
}
