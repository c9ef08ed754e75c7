package dev.tocsin.emulator;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The Python process. It ends when its standard input does, so it never outlives this JVM. */
final class EmulatorProcess implements AutoCloseable {
  private static final List<String> FILES =
      List.of(
          "emulator.py",
          "calls.py",
          "behaviour.py",
          "play.py",
          "matching.py",
          "rpc_cbor.py",
          "spoil.py");
  private static final String LISTENING = "listening ";
  private static final int MOTO_IS_MISSING = 3;
  private static final String HOW_TO_GET_IT = "install it: pip install 'moto[server]==5.2.1'";

  private final Process process; // null iff there is no python3
  private final AwsEmulator emulator; // null iff absent
  private final String whyAbsent; // null iff listening

  private EmulatorProcess(Process process, AwsEmulator emulator, String whyAbsent) {
    this.process = process;
    this.emulator = emulator;
    this.whyAbsent = whyAbsent;
  }

  static EmulatorProcess start() {
    Process process;
    try {
      process =
          new ProcessBuilder("python3", "-B", extracted().resolve(FILES.get(0)).toString())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
    } catch (IOException noPython) {
      return new EmulatorProcess(
          null, null, "`python3` with moto is not on this machine; " + HOW_TO_GET_IT);
    }
    String line = firstLine(process);
    if (line != null && line.startsWith(LISTENING)) {
      URI endpoint = URI.create("http://127.0.0.1:" + line.substring(LISTENING.length()));
      return new EmulatorProcess(process, new AwsEmulator(endpoint), null);
    }
    if (exitStatus(process) != MOTO_IS_MISSING) {
      throw new IllegalStateException("the emulator did not start; its messages are above");
    }
    return new EmulatorProcess(process, null, "moto is not on this machine; " + HOW_TO_GET_IT);
  }

  boolean isListening() {
    return emulator != null;
  }

  String whyAbsent() {
    return whyAbsent;
  }

  AwsEmulator emulator() {
    return emulator;
  }

  @Override
  public void close() throws IOException {
    if (process != null) {
      process.getOutputStream().close();
    }
  }

  private static String firstLine(Process process) {
    try {
      return process.inputReader(StandardCharsets.UTF_8).readLine();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static int exitStatus(Process process) {
    try {
      return process.waitFor();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the emulator started", interrupted);
    }
  }

  private static Path extracted() throws IOException {
    Path directory = Files.createTempDirectory("tocsin-emulator");
    directory.toFile().deleteOnExit();
    for (String name : FILES) {
      Path file = directory.resolve(name);
      try (InputStream resource = EmulatorProcess.class.getResourceAsStream(name)) {
        Files.copy(resource, file);
      }
      file.toFile().deleteOnExit();
    }
    return directory;
  }
}
