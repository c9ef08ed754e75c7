package dev.tocsin.backtest.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.backtest.Corpus;
import dev.tocsin.filterpattern.EventTest;
import dev.tocsin.filterpattern.FilterPattern;
import dev.tocsin.records.Damage;
import dev.tocsin.records.Fields;
import dev.tocsin.records.RecordReader;
import dev.tocsin.records.RecordSink;
import dev.tocsin.records.RecordSource;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class SharedTestsTest {

  static Stream<Corpus> corpora() {
    return Stream.of(Corpus.ofControls(), Corpus.ofSemantics());
  }

  /** Read from text with only the fields that the patterns need, as a backtest does. */
  @ParameterizedTest
  @MethodSource("corpora")
  void answersAsEachPatternDoesByItself(Corpus corpus) {
    List<FilterPattern> patterns =
        corpus.patterns().stream().filter(pattern -> pattern.expression().isPresent()).toList();
    List<ObjectNode> events = corpus.events();
    assertThat(patterns).hasSizeGreaterThan(50);
    assertThat(events).hasSizeGreaterThan(50);
    Fields fields = SharedTests.fields(patterns);

    List<ObjectNode> pruned = read(events, fields);
    SharedTests tests = new SharedTests(patterns);

    assertThat(pruned).hasSameSizeAs(events);
    int matches = 0;
    for (int e = 0; e < events.size(); e++) {
      tests.look(pruned.get(e));
      for (int p = 0; p < patterns.size(); p++) {
        boolean expected = patterns.get(p).matches(events.get(e));
        matches += expected ? 1 : 0;
        if (tests.matches(p) != expected) {
          assertThat(tests.matches(p))
              .as("%s on %s", patterns.get(p), events.get(e))
              .isEqualTo(expected);
        }
      }
    }
    assertThat(matches).isGreaterThan(300);
  }

  @Test
  void skipsNothingThatAPatternLooksAt() {
    Corpus corpus = Corpus.ofSemantics();
    List<ObjectNode> events = corpus.events();
    int skipping = 0;
    for (FilterPattern pattern : corpus.patterns()) {
      Fields fields = SharedTests.fields(List.of(pattern));
      skipping += fields.equals(Fields.ALL) ? 0 : 1;
      List<ObjectNode> pruned = read(events, fields);
      assertThat(pruned.stream().map(event -> pattern.matches(event)))
          .as("%s", pattern)
          .containsExactlyElementsOf(events.stream().map(event -> pattern.matches(event)).toList());
    }
    assertThat(skipping).isGreaterThan(100);
  }

  @Test
  void otherKindsOfPatternsSeeWholeRecords() {
    List<EventTest> tests =
        List.of(FilterPattern.of("StopLogging"), FilterPattern.of("{ $.eventName = Stop* }"));
    assertThat(SharedTests.fields(tests)).isEqualTo(Fields.ALL);
    SharedTests shared = new SharedTests(tests);
    ObjectNode record =
        read(Corpus.ofControls().events(), Fields.ALL).stream()
            .filter(event -> event.path("eventName").asText().equals("StopLogging"))
            .findFirst()
            .orElseThrow();
    shared.look(record);
    assertThat(shared.matches(0)).isTrue();
    assertThat(shared.matches(1)).isTrue();
    shared.look(record.deepCopy().put("eventName", "x"));
    assertThat(shared.matches(1)).as("the next record is looked at anew").isFalse();
  }

  private static List<ObjectNode> read(List<ObjectNode> events, Fields fields) {
    String lines = events.stream().map(ObjectNode::toString).collect(Collectors.joining("\n"));
    byte[] bytes = lines.getBytes(StandardCharsets.UTF_8);
    List<ObjectNode> read = new ArrayList<>();
    new RecordReader(fields)
        .read(
            new RecordSource("lines", () -> new ByteArrayInputStream(bytes)),
            new RecordSink() {
              @Override
              public void record(ObjectNode record) {
                read.add(record);
              }

              @Override
              public void damage(Damage damage) {
                throw new AssertionError(damage.message());
              }
            });
    return read;
  }
}
