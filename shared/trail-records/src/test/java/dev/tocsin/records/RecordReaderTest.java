package dev.tocsin.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.SequenceInputStream;
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

  /** What a pipe has not delivered yet, Java's own stream takes for the end. */
  @Test
  void everyMemberOfAGzipIsRead() {
    byte[] members = joined(Collected.gzip(A + "\n"), Collected.gzip(B), new byte[700]);
    byte[] first = Collected.gzip(A + "\n");
    RecordSource pipe =
        new RecordSource(
            "pipe",
            () ->
                new SequenceInputStream(
                    new ByteArrayInputStream(first),
                    new ByteArrayInputStream(
                        members, first.length, members.length - first.length)) {
                  @Override
                  public int available() {
                    return 0;
                  }
                });
    Collected piped = new Collected();
    new RecordReader(Fields.ALL).read(pipe, piped);
    for (Collected read : List.of(Collected.of(Fields.ALL, members), piped)) {
      assertThat(read.records).containsExactly(A, B);
      assertThat(read.damages).isEmpty();
    }
  }

  @Test
  void damagedGzipIsNamed() {
    byte[] whole = Collected.gzip((A + "\n").repeat(100));
    byte[] otherSum = whole.clone();
    otherSum[whole.length - 5] ^= 1;
    byte[] otherBytes = whole.clone();
    otherBytes[10] = 7;
    byte[] headerOnly = {0x1f, (byte) 0x8b, 8};
    assertThat(damage(joined(whole, "# garbage".getBytes(StandardCharsets.UTF_8))))
        .isEqualTo(
            "`it` at its end: expected its end or more gzip after what is packed, found other"
                + " bytes. Fix: copy it again, or cut them off");
    assertThat(damage(joined(whole, headerOnly))).isEqualTo("`it` at its end: it ends too early");
    assertThat(damage(headerOnly)).isEqualTo("`it`: it ends too early");
    assertThat(damage(new byte[] {0x1f, (byte) 0x8b, 9}))
        .isEqualTo("`it`: expected gzip, found a header of another kind");
    assertThat(damage(otherSum)).contains("what is packed is damaged: its checksum or length");
    assertThat(damage(otherBytes)).contains("what is packed is damaged: invalid");
    assertThat(damage(Collected.gzip(whole)))
        .isEqualTo("`it`: expected records, found gzip within gzip. Fix: unpack it once");
    assertThat(damage("PK\3\4 and more".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo("`it`: expected records, plain or gzip, found ZIP. Fix: unpack it");
  }

  private static String damage(byte[] bytes) {
    return Collected.of(Fields.ALL, bytes).damages.get(0);
  }

  /** Some gzip has the name of the file, a comment and more in its header. */
  @Test
  void everyHeaderOfAGzipIsRead() {
    byte[] plain = Collected.gzip(A);
    byte[] more = "\2\0XXname\0comment\0SS".getBytes(StandardCharsets.ISO_8859_1);
    byte[] start = Arrays.copyOf(plain, 10);
    start[3] = 0b11110;
    byte[] rest = Arrays.copyOfRange(plain, 10, plain.length);
    assertThat(Collected.of(Fields.ALL, joined(start, more, rest)).records).containsExactly(A);
  }

  private static byte[] joined(byte[]... parts) {
    var all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  /** A record of many small values is as large as one of a long text. */
  @Test
  void whatIsLargerThanAnyRecordIsRefused() {
    String zeros = "{\"a\":[" + "0,".repeat(RecordBytes.LONGEST / 2 + 10_000) + "0]}";
    String reason = "expected a record of at most 4 MiB, found more";
    assertThat(Collected.of(A + zeros).damages).containsExactly("`it` after record 1: " + reason);
    String lines = A + "\n[" + A + "," + zeros + "]\n" + B;
    Collected read = Collected.of(lines);
    assertThat(read.damages).containsExactly("`it` line 2: " + reason);
    assertThat(read.records).containsExactly(A, A, B);
    String small = "{\"a\":\"" + "b".repeat(1 << 20) + "\"}";
    Collected many = Collected.of("{\"Records\":[" + (small + ",").repeat(6) + small + "]}");
    assertThat(many.damages).isEmpty();
    assertThat(many.records).hasSize(7);
  }

  /** Cut and joined with its end, it would read as another record. */
  @Test
  void aLineThatIsCutIsRefusedWhateverStandsBeforeIt() {
    byte[] before = (A + "\n").repeat(30_000).getBytes(StandardCharsets.UTF_8);
    byte[] member = Collected.gzip("b".repeat(1 << 20));
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes(Collected.gzip(joined(before, "{\"a\":\"".getBytes(StandardCharsets.UTF_8))));
    for (int i = 0; i <= LineBatch.LONGEST_LINE >> 20; i++) {
      bytes.writeBytes(member);
    }
    bytes.writeBytes(Collected.gzip("\"}\n" + B));

    Collected read = Collected.of(Fields.ALL, bytes.toByteArray());

    assertThat(read.records).hasSize(30_001).endsWith(B);
    assertThat(read.damages)
        .containsExactly(
            "`it` line 30001: expected a line of at most %d bytes, found more. Fix: give Java more"
                    .formatted(LineBatch.LONGEST_LINE)
                + " memory, 64 MiB at most for a line");
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

  /** A part that is lost without a word would be records that nobody counted. */
  @Test
  void aFailingSinkFailsTheReading() {
    RecordSink failing =
        new RecordSink() {
          @Override
          public void record(ObjectNode record) {
            if (record.path("eventName").asText().equals("B")) {
              throw new OutOfMemoryError("no memory");
            }
            throw new IllegalStateException("no");
          }

          @Override
          public void damage(Damage damage) {
            throw new IllegalStateException("no");
          }
        };
    for (String record : List.of(A, B)) {
      byte[] bytes = record.getBytes(StandardCharsets.UTF_8);
      RecordSource source = new RecordSource("it", () -> new ByteArrayInputStream(bytes));
      assertThatThrownBy(
              () -> new RecordReader(Fields.ALL).readAll(Stream.of(source), () -> failing, 2))
          .hasMessage(record.equals(A) ? "no" : "no memory");
    }
  }
}
