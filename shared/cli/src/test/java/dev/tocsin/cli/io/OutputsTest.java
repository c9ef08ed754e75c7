package dev.tocsin.cli.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is written arrives, or it is said that it did not; what is no file stays what it is. */
class OutputsTest {

  @TempDir private Path folder;

  /** A stream that takes nothing. */
  private static OutputStream refusing(String reason) {
    return new OutputStream() {
      @Override
      public void write(int one) throws IOException {
        throw new IOException(reason);
      }
    };
  }

  @ParameterizedTest
  @CsvSource({"No space left on device,true", "Input/output error,true", "Broken pipe,false"})
  void whatIsLostOnStandardOutputIsKnown(String reason, boolean isLost) {
    StandardOutput out = new StandardOutput(refusing(reason));
    assertThatThrownBy(() -> out.write(new byte[] {'a'})).isInstanceOf(IOException.class);
    assertThat(out.lost().isPresent()).isEqualTo(isLost);
  }

  @Test
  void nothingIsLostWhereAllIsWritten() throws IOException {
    StandardOutput out = new StandardOutput(OutputStream.nullOutputStream());
    out.write('a');
    assertThat(out.lost()).isEmpty();
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void aLinkStaysALink() throws IOException {
    Path file = Files.writeString(folder.resolve("report.html"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("latest.html"), file);

    OutputFile.write(link, "new");

    assertThat(link).isSymbolicLink().hasContent("new");
    assertThat(file).isRegularFile().hasContent("new");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aDeviceIsWrittenToAndStays() throws IOException {
    Path nothing = Files.createSymbolicLink(folder.resolve("nothing"), Path.of("/dev/null"));
    OutputFile.write(nothing, "text");
    assertThat(nothing).isSymbolicLink();

    Path full = Files.createSymbolicLink(folder.resolve("full"), Path.of("/dev/full"));
    assertThatThrownBy(() -> OutputFile.write(full, "text"))
        .isInstanceOf(InputProblem.class)
        .hasMessageContaining("No space left on device");
    assertThat(full).isSymbolicLink();
    assertThat(folder).isDirectoryNotContaining("glob:**/.*");
  }

  @Test
  void aFileThatCannotBeWrittenIsRefusedSayingWhy() {
    assertThatThrownBy(() -> OutputFile.check(Path.of("")))
        .isInstanceOf(InputProblem.class)
        .hasMessage(
            "`--output`: expected a file, found no name. Fix: write one such as `report.html`");
    assertThatThrownBy(() -> OutputFile.check(folder))
        .isInstanceOf(InputProblem.class)
        .hasMessageEndingWith("Fix: name a file in it, such as `" + folder + "/report.html`");
    assertThatThrownBy(() -> OutputFile.check(folder.resolve("no/x.html")))
        .isInstanceOf(InputProblem.class)
        .hasMessageStartingWith("`--output`: there is no folder `" + folder + "/no` for `");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void whatIsClosedToThisUserIsNamed() {
    // Closed to every user, which a folder without permissions is not to root.
    assertThatThrownBy(() -> OutputFile.check(Path.of("/proc/self/x.html")))
        .isInstanceOf(InputProblem.class)
        .hasMessageStartingWith(
            "`--output`: `/proc/self/x.html` cannot be written, since `/proc/self` may not be");
    OutputFile.check(Path.of("/dev/null"));
  }
}
