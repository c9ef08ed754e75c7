package dev.tocsin.cli;

import static dev.tocsin.cli.Run.tocsin;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.cli.io.ExitCode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people have as files, in the encodings and wrappings they have it in. */
class InputsTest {
  private static final String PATTERN = "{ $.eventName = Stop* }";
  private static final String RECORDS =
      "{\"Records\":[{\"eventName\":\"StopLogging\",\"eventID\":\"a\"},"
          + "{\"eventName\":\"StartLogging\",\"eventID\":\"b\"}]}";
  private static final List<String> ANSWERS =
      List.of(
          "{\"id\":\"a\",\"match\":true,\"reason\":null}",
          "{\"id\":\"b\",\"match\":false,\"reason\":null}");

  @TempDir private Path folder;

  private Path file(String name, byte[] content) throws IOException {
    return Files.write(folder.resolve(name), content);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] gzip(String text) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(bytes)) {
      out.write(utf8(text));
    }
    return bytes.toByteArray();
  }

  private static List<String> match(String events) {
    return tocsin("match", "--pattern", PATTERN, "--events", events).out().lines().toList();
  }

  @Test
  void matchTakesFilesAsCloudTrailDeliversThem() throws Exception {
    assertThat(match(file("plain.json", utf8(RECORDS)).toString())).isEqualTo(ANSWERS);
    assertThat(match(file("x.json.gz", gzip(RECORDS)).toString())).isEqualTo(ANSWERS);
    String indented = RECORDS.replace("{\"Records\"", "{\n  \"Records\"");
    assertThat(match(file("indented.json", utf8(indented)).toString())).isEqualTo(ANSWERS);
    String list = RECORDS.substring("{\"Records\":".length(), RECORDS.length() - 1);
    assertThat(match(file("list.json", utf8(list)).toString())).isEqualTo(ANSWERS);
  }

  @Test
  void snapshotBeyondAnyAccountIsRefusedBeforeItFillsTheMemory() throws Exception {
    Path large = folder.resolve("large.json");
    try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
      file.setLength(65L << 20);
    }

    Run run = tocsin("evaluate", "--snapshot", large.toString());

    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.err()).contains("of at most 64 MiB, found more. Fix: ").hasLineCount(1);
  }

  @Test
  void matchTakesFoldersOfThem() throws Exception {
    Files.createDirectories(folder.resolve("2026/11/20"));
    file("2026/11/20/one.json.gz", gzip(RECORDS));
    assertThat(match(folder.toString())).isEqualTo(ANSWERS);
  }

  @Test
  void matchNamesWhatCannotBeRead() throws Exception {
    Run run =
        tocsin(
            "match",
            "--pattern",
            PATTERN,
            "--events",
            file("cut.json", utf8("[{\"a\":")).toString());
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).contains("\"error\"").contains("cut.json");
  }

  @Test
  void standardInputIsReadForADash() throws Exception {
    assertThat(withInput(gzip(RECORDS), () -> match("-"))).isEqualTo(ANSWERS);
    String line = "{\"required\": \"\", \"deployed\": \"\"}\n";
    assertThat(withInput(utf8(line), () -> tocsin("covers", "--pairs", "-")).out())
        .contains("COVERED");
    byte[] account = Files.readAllBytes(Path.of("../examples/accounts/good.json"));
    Run run =
        withInput(account, () -> tocsin("evaluate", "--snapshot", "-", "--control", "vpc-changes"));
    assertThat(run.exitCode()).as(run.err()).isZero();
  }

  private interface Reading<T> {
    T read();
  }

  private static <T> T withInput(byte[] bytes, Reading<T> reading) {
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream(bytes));
    try {
      return reading.read();
    } finally {
      System.setIn(before);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
  void byteOrderMarksAreRead(String charset) throws Exception {
    String mark = "\ufeff";
    String account = Files.readString(Path.of("../examples/accounts/good.json"));
    // A pair of surrogates at every place of a chunk, so that one is cut.
    String filler = "\n".repeat(7) + "\ud83d\udd14".repeat(9_000);
    String text =
        mark + account.replace("\"takenAt\"", "\"" + filler.strip() + "\": 0, \"takenAt\"");
    Path odd = file("odd.json", text.getBytes(Charset.forName(charset)));
    assertThat(tocsin("evaluate", "--snapshot", odd.toString(), "--control", "vpc-changes").err())
        .contains("\ud83d\udd14")
        .doesNotContain("not UTF-8");
    Path good = file("good.json", (mark + account).getBytes(Charset.forName(charset)));
    Run run = tocsin("evaluate", "--snapshot", good.toString(), "--control", "vpc-changes");
    assertThat(run.exitCode()).as(run.err()).isZero();
    Path lines =
        file(
            "pairs.jsonl",
            (mark + "{\"required\": \"\", \"deployed\": \"\"}\r\n".repeat(2))
                .getBytes(Charset.forName(charset)));
    assertThat(tocsin("covers", "--pairs", lines.toString()).out().lines()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
  void utf16IsReadWithoutItsMark(String charset) throws Exception {
    String account = Files.readString(Path.of("../examples/accounts/good.json"));
    Path file = file("plain.json", account.getBytes(Charset.forName(charset)));

    Run run = tocsin("evaluate", "--snapshot", file.toString(), "--control", "vpc-changes");

    assertThat(run.exitCode()).as(run.err()).isZero();
  }

  @Test
  void whatIsNoTextIsNamed() throws Exception {
    Path bytes = file("bytes.json", new byte[] {'{', (byte) 0xC3, '}'});
    assertThat(tocsin("evaluate", "--snapshot", bytes.toString()).err())
        .contains("bytes.json` is not UTF-8 or UTF-16 text");
    assertThat(tocsin("check", "--control", "vpc-changes", "--patterns", folder.toString()).err())
        .contains("is a folder. Fix: name a file");
  }
}
