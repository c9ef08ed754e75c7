package dev.tocsin.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RecordReaderTest {

  private static final String A = "{\"eventName\":\"A\"}";
  private static final String B = "{\"eventName\":\"B\"}";

  /** Every layout of the same two records, {@code ¶} for a line break. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'Records':[{'eventName':'A'},{'eventName':'B'}]}",
        "{'Records':[{'eventName':'A'}]}{'Records':[{'eventName':'B'}]}",
        "{'Records':[{'eventName':'A'}]}¶{'Records':[{'eventName':'B'}]}¶",
        "{¶ 'Records' : [¶  {'eventName':'A'},¶  {¶'eventName':'B'}¶]¶}¶",
        "[{'eventName':'A'},{'eventName':'B'}]",
        "[¶{'eventName':'A'},¶{'eventName':'B'}¶]",
        "{'eventName':'A'}¶{'eventName':'B'}",
        "{'eventName':'A'}¶¶ {'eventName':'B'} ¶",
        "{'eventName':'A'}{'eventName':'B'}",
        "{¶'eventName':'A'}{¶'eventName':'B'}",
        "{'Events':[{'EventId':'1','EventName':'A','CloudTrailEvent':'{\\'eventName\\':\\'A\\'}'},"
            + "{'CloudTrailEvent':'{\\'eventName\\':\\'B\\'}'}]}",
        "{'messageType':'DATA_MESSAGE','owner':'1','logEvents':["
            + "{'id':'1','message':'{\\'eventName\\':\\'A\\'}'},{'id':'2','message':'{\\'eventName\\':\\'B\\'}'}]}",
        "{'events':[{'timestamp':1,'message':'{\\'eventName\\':\\'A\\'}'},"
            + "{'message':'{\\'eventName\\':\\'B\\'}'}],'searchedLogStreams':[]}",
        "{'eventJson':'{\\'eventName\\':\\'A\\'}'}¶{'eventjson':'{\\'eventName\\':\\'B\\'}'}",
        "{'eventname':'A'}¶{'eventname':'B','errorcode':null}",
        "\ufeff{'eventName':'A'}¶{'eventName':'B'}",
      })
  void readsEveryLayout(String written) {
    String text = written.replace('\'', '"').replace('¶', '\n');
    Fields some = Fields.of(List.of(List.of("eventName")));

    for (Fields fields : List.of(Fields.ALL, some)) {
      for (byte[] bytes : List.of(text.getBytes(StandardCharsets.UTF_8), Collected.gzip(text))) {
        Collected read = Collected.of(fields, bytes);
        assertThat(read.records).containsExactly(A, B);
        assertThat(read.damages).isEmpty();
      }
    }
  }

  @Test
  void readsTheFieldsAskedFor() {
    Fields fields = Fields.of(List.of(List.of("a", "b"), List.of("c"), List.of("c", "d")));
    String record =
        "{\"a\":{\"b\":{\"x\":[1.50,{}]},\"y\":2},\"c\":{\"d\":null,\"e\":1e400},\"z\":[[{}]]}";
    assertThat(Collected.of(fields, record.getBytes(StandardCharsets.UTF_8)).records)
        .containsExactly("{\"a\":{\"b\":{\"x\":[1.50,{}]}},\"c\":{\"d\":null,\"e\":1E+400}}");
    Fields deep = Fields.of(List.of(List.of("a", "b")));
    assertThat(
            Collected.of(deep, "{\"a\":1}\n{\"a\":[{\"b\":1}]}\n".getBytes(StandardCharsets.UTF_8))
                .records)
        .as("what stands in the way keeps its kind")
        .containsExactly("{\"a\":1}", "{\"a\":[]}");
    assertThat(
            Collected.of(
                    Fields.of(List.of(List.of("a"), List.of())),
                    record.getBytes(StandardCharsets.UTF_8))
                .records)
        .as("an empty path means the whole record")
        .isEqualTo(Collected.of(record).records);
  }

  @Test
  void anAthenaRowIsTheRecordAgain() {
    String row =
        "{\"eventname\":\"PutUserPolicy\",\"readonly\":\"false\",\"errorcode\":null,"
            + "\"useridentity\":{\"type\":\"Root\",\"principalid\":\"1\",\"invokedby\":null,"
            + "\"sessioncontext\":{\"attributes\":{\"mfaauthenticated\":\"true\"}}},"
            + "\"requestparameters\":\"{\\\"userName\\\":\\\"u\\\"}\",\"sourceipaddress\":\"::1\","
            + "\"resources\":[{\"arn\":\"a\",\"accountid\":\"2\"}],\"timestamp\":\"2025/01/01\"}";
    assertThat(Collected.of(row).records)
        .containsExactly(
            "{\"eventName\":\"PutUserPolicy\",\"readOnly\":false,"
                + "\"userIdentity\":{\"type\":\"Root\",\"principalId\":\"1\","
                + "\"sessionContext\":{\"attributes\":{\"mfaAuthenticated\":\"true\"}}},"
                + "\"requestParameters\":{\"userName\":\"u\"},\"sourceIPAddress\":\"::1\","
                + "\"resources\":[{\"arn\":\"a\",\"accountId\":\"2\"}],"
                + "\"timestamp\":\"2025/01/01\"}");
  }

  @Test
  void aBadLineSpoilsNoOther() {
    Collected read = Collected.of(A + "\nnot JSON\n" + B + "\n{\"cut\":\n7\n" + A + B + "\n" + A);
    assertThat(read.records).containsExactly(A, B, A, A);
    assertThat(read.damages)
        .hasSize(4)
        .anyMatch(damage -> damage.startsWith("`it` line 2: "))
        .anyMatch(damage -> damage.startsWith("`it` line 4: "))
        .contains(
            "`it` line 5: expected a record or a list of records, found other JSON",
            "`it` line 6: expected one JSON value, found more");
  }

  @Test
  void aFileCutShortGivesWhatItHas() {
    Collected read = Collected.of("{\"Records\":[" + A + "," + B + ",{\"eventN");
    assertThat(read.records).containsExactly(A, B);
    assertThat(read.damages).singleElement().asString().startsWith("`it` after record 2: ");

    String lines = (A + "\n").repeat(100_000);
    byte[] whole = Collected.gzip(lines);
    Collected cut = Collected.of(Fields.ALL, Arrays.copyOf(whole, whole.length - 40));
    assertThat(cut.records).hasSizeBetween(1, 99_999);
    assertThat(cut.damages).contains("`it` at its end: it ends too early");
  }

  @Test
  void whatIsNoSourceIsNamed() {
    Collected folder = new Collected();
    new RecordReader(Fields.ALL).read(RecordSource.of(Path.of("no-such-file")), folder);
    assertThat(folder.damages).containsExactly("`no-such-file`: it does not exist");
    assertThat(Collected.of("").damages).isEmpty();
    assertThat(Collected.of(" \n ").damages).isEmpty();
    assertThat(Collected.of("[1]").damages)
        .containsExactly("`it` after record 0: expected a record in the list, found other JSON");
    assertThat(Collected.of("[".repeat(5000)).damages).hasSize(1);
  }

  @Test
  void threadsReadWhatOneReads() {
    String lines =
        String.join("", IntStream.range(0, 60_000).mapToObj(i -> "{\"n\":" + i + "}\n").toList());
    List<RecordSource> sources = new ArrayList<>();
    for (String text : List.of(lines, "{\"Records\":[" + A + "]}", "broken", B)) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      sources.add(new RecordSource("s" + sources.size(), () -> new ByteArrayInputStream(bytes)));
    }
    RecordReader reader = new RecordReader(Fields.ALL);
    Collected alone = new Collected();
    sources.forEach(source -> reader.read(source, alone));

    List<Collected> shared = reader.readAll(sources.stream(), Collected::new, 3);

    assertThat(shared.stream().flatMap(one -> one.records.stream()))
        .hasSize(60_002)
        .containsExactlyInAnyOrderElementsOf(alone.records);
    assertThat(shared.stream().flatMap(one -> one.damages.stream()))
        .containsExactlyInAnyOrderElementsOf(alone.damages)
        .hasSize(1);
  }

  @Test
  void aFailingSinkFailsTheReading() {
    RecordSink failing =
        new RecordSink() {
          @Override
          public void record(ObjectNode record) {
            throw new IllegalStateException("no");
          }

          @Override
          public void damage(Damage damage) {
            throw new IllegalStateException("no");
          }
        };
    RecordSource source =
        new RecordSource("it", () -> new ByteArrayInputStream(A.getBytes(StandardCharsets.UTF_8)));
    assertThatThrownBy(
            () -> new RecordReader(Fields.ALL).readAll(Stream.of(source), () -> failing, 2))
        .hasMessage("no");
  }
}
