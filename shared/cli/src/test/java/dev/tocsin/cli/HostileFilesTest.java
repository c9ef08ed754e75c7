package dev.tocsin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.cli.io.ExitCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files made to end the process, in a process with little memory: each ends with exit code 2 and a
 * message that names the file and what was expected. They are read by one process, one after
 * another, since starting it costs more than they do.
 */
class HostileFilesTest {
  private static final Path EXAMPLES =
      Path.of(System.getProperty("tocsin.root"), "shared/examples");
  private static final int MIB = 1 << 20;
  private static final String RECORD =
      "{\"eventName\":\"A\",\"eventTime\":\"2026-11-20T10:00:00Z\"}";

  @TempDir private Path folder;

  @Test
  void endInBoundedMemory() throws Exception {
    Process process = SmallProcess.of(HostileFilesTest.class.getName(), folder.toString()).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
  }

  /** What the process does, with the folder for its files. */
  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    snapshots(folder);
    otherTexts(folder);
    records(folder);
  }

  private static void snapshots(Path folder) throws Exception {
    String account = Files.readString(EXAMPLES.resolve("accounts/good.json"));
    for (String[] change :
        new String[][] {
          {
            "\"Threshold\" : 1,",
            "\"Threshold\": 1e2147483647,",
            "expected a number, found the number"
          },
          {
            "\"Period\" : 300,", "\"Period\": " + "9".repeat(5_000_000) + ",", "number value length"
          },
          {
            "\"takenAt\": \"[^\"]*",
            "\"takenAt\": \"" + "9".repeat(2_000_000),
            "expected a time such as"
          },
          {"\"takenAt\": \"[^\"]*\"", "\"takenAt\": 1e1000000000", "expected a time such as"},
          {
            "\"trails\": \\[",
            "\"trails\": " + "[".repeat(200_000),
            "expected an object, found a list"
          },
          {
            "\"Attributes\": \\{",
            "\"Attributes\": " + "{\"a\":".repeat(100_000),
            "expected a text, found an object"
          },
          {"\"regions\": \\{", "\"" + "n".repeat(2_000_000) + "\": {", "name length"},
          {
            "\"regions\": \\{",
            "\"regions\": {\"" + "n".repeat(2_000_000) + "\": {}, ",
            "name length"
          },
        }) {
      String hostile = account.replaceFirst(change[0], change[1]);
      if (hostile.equals(account)) {
        throw new IllegalStateException("nothing to change at " + change[0]);
      }
      Path file = Files.writeString(folder.resolve("snapshot.json"), hostile);
      refused(file, change[2], "evaluate", "--snapshot", file.toString());
    }
    Path huge = sparse(folder.resolve("huge.json"), 3L << 30);
    refused(huge, "at most 7 MiB", "evaluate", "--snapshot", huge.toString());
    InputStream before = System.in;
    System.setIn(new Endless());
    refused(Path.of("standard input"), "at most 7 MiB", "evaluate", "--snapshot", "-");
    System.setIn(before);
  }

  private static Path sparse(Path file, long length) throws IOException {
    try (var opened = new RandomAccessFile(file.toFile(), "rw")) {
      opened.setLength(length);
    }
    return file;
  }

  private static void otherTexts(Path folder) throws Exception {
    Path digits = Files.writeString(folder.resolve("digits.yaml"), "a: " + "9".repeat(2_000_000));
    refused(digits, "Resources", "evaluate", "--cloudformation", digits.toString());
    Path huge = folder.resolve("huge.json");
    Path nested = Files.writeString(folder.resolve("nested.json"), "{\"a\":".repeat(100_000));
    String verdicts = folder.resolve("verdicts.json").toString();
    for (Path file : List.of(huge, nested)) {
      String it = file.toString();
      String why = file == huge ? "at most 7 MiB" : "";
      refused(file, why, "evaluate", "--terraform", it);
      refused(file, why, "evaluate", "--cloudformation", it);
      refused(file, why, "evaluate", "--exemptions", it, "--snapshot", it);
      refused(file, why, "diff", it, verdicts);
    }
    // Lines answer for themselves, so that a bad one spoils no other.
    Path line = sparse(folder.resolve("line.json"), 100L * MIB);
    for (Path file : List.of(line, nested)) {
      for (String[] command :
          new String[][] {
            {"evaluate", "--snapshots", file.toString()},
            {"covers", "--pairs", file.toString()},
            {"match", "--pattern", "x", "--events", file.toString()}
          }) {
        Run run = Run.tocsin(command);
        assertThat(run.exitCode())
            .as("%s: %s", List.of(command), run)
            .isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run.out() + run.err())
            .hasSizeBetween(10, 1_000)
            .containsAnyOf("expected", "exceeds")
            .hasLineCount(1);
      }
    }
  }

  /** Files of a megabyte that unpack to a gigabyte. */
  private static void records(Path folder) throws Exception {
    Path file = folder.resolve("bomb.json.gz");
    String start = "{\"Records\":[" + RECORD;
    String tooLarge = "after record 1: expected a record of at most 4 MiB, found more";
    for (String[] bomb :
        new String[][] {
          {start + ",{\"eventName\":\"", "a", tooLarge},
          {start + ",{\"eventName\":[", "0,", tooLarge},
          {start + ",{\"eventName\":", "[", "after record 1: Document nesting depth"},
          {start + "]}", "  ", tooLarge},
        }) {
      bomb(file, bomb[0], bomb[1], 1024);
      refusedAfterOne(file, bomb[2]);
    }
    // What stands behind a line is read as well, which takes its time.
    for (String filler : List.of("a", "{")) {
      bomb(file, RECORD + "\n{\"eventName\":\"", filler, 128);
      refusedAfterOne(file, "line 2: expected a line of at most");
    }
    Path twice = Files.write(folder.resolve("twice.json.gz"), gzip(Files.readAllBytes(file)));
    String it = twice.toString();
    refused(twice, "expected records, found gzip within gzip. Fix: ", "backtest", it);
    refused(twice, "expected text, found gzip. Fix: ", "evaluate", "--snapshot", it);
  }

  private static void refusedAfterOne(Path file, String why) {
    String it = file.toString();
    Run match = refused(file, why, "match", "--pattern", "{ $.eventName = A }", "--events", it);
    assertThat(match.out()).startsWith("{\"id\":1,\"match\":true");
    Run backtest = refused(file, why, "backtest", "--control", "vpc-changes", it);
    assertThat(backtest.out()).startsWith("1 record");
  }

  /** The text, then so many MiB of the other, which are a member of gzip each. */
  private static void bomb(Path file, String start, String filler, int members) throws IOException {
    byte[] member = gzip(filler.repeat(MIB / filler.length()).getBytes(StandardCharsets.UTF_8));
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write(gzip(start.getBytes(StandardCharsets.UTF_8)));
      for (int i = 0; i < members; i++) {
        out.write(member);
      }
    }
  }

  private static byte[] gzip(byte[] content) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(content);
    }
    return bytes.toByteArray();
  }

  private static Run refused(Path file, String why, String... command) {
    Run run = Run.tocsin(command);
    assertThat(run.exitCode()).as("%s: %s", List.of(command), run).isEqualTo(ExitCode.BAD_INPUT);
    List<String> lines = new ArrayList<>();
    (run.out() + run.err())
        .lines()
        .filter(line -> line.contains(file.getFileName() + "`") || line.contains("standard input"))
        .forEach(lines::add);
    assertThat(lines)
        .as("%s: %s", List.of(command), run)
        .hasSize(1)
        .first()
        .asString()
        .contains(why)
        .hasSizeLessThan(1_000);
    return run;
  }

  /** A pipe that somebody fills for ever. */
  private static final class Endless extends InputStream {
    @Override
    public int read() {
      return ' ';
    }

    @Override
    public int read(byte[] into, int offset, int length) {
      return length;
    }
  }
}
