package dev.tocsin.records;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Reads CloudTrail records as delivered or exported, gzip or plain, one JSON document or a record a
 * line. What is damaged is told to the sink and ends at most its own source; in a file of lines,
 * only its line.
 */
public final class RecordReader {

  private final Roots roots;

  /** A reader that builds these fields of a record and skips the others. */
  public RecordReader(Fields fields) {
    this.roots = new Roots(fields);
  }

  /** Reads one source on the calling thread, in order. */
  public void read(RecordSource source, RecordSink sink) {
    split(source, part -> part.accept(sink));
  }

  /**
   * Reads many sources side by side; records come in no order.
   *
   * <p>Cost: for each thread one document as it streams by, or a few megabytes of lines.
   *
   * @param sinks makes a sink for each thread; each is used by one thread at a time
   * @return the sinks, to be put together
   */
  public <S extends RecordSink> List<S> readAll(
      Stream<RecordSource> sources, Supplier<S> sinks, int threads) {
    List<S> all = Stream.generate(sinks).limit(threads).toList();
    try (Crew<S> crew = new Crew<>(all)) {
      sources.forEach(source -> split(source, crew::work));
      crew.finish();
    }
    return all;
  }

  /** Gives a source on in parts that can be read in any order. */
  private void split(RecordSource source, Consumer<Consumer<RecordSink>> parts) {
    try {
      OpenSource open = OpenSource.of(source);
      if (open.lines()) {
        lines(open, parts);
      } else {
        parts.accept(sink -> document(open, sink));
      }
    } catch (IOException e) {
      parts.accept(sink -> sink.damage(new Damage(source.name(), "", Roots.reason(e))));
    }
  }

  private void lines(OpenSource open, Consumer<Consumer<RecordSink>> parts) {
    try (open) {
      LineBatch.cut(open, batch -> parts.accept(sink -> batch.read(roots, sink)));
    } catch (IOException e) {
      Damage damage = new Damage(open.name(), "at its end", Roots.reason(e));
      parts.accept(sink -> sink.damage(damage));
    }
  }

  private void document(OpenSource open, RecordSink sink) {
    try (open) {
      roots.document(open, sink);
    } catch (IOException e) {
      sink.damage(new Damage(open.name(), "at its end", Roots.reason(e)));
    }
  }
}
