package dev.tocsin.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Java processes of their own with 64 MB, because memory that runs out is everybody's. */
public final class SmallProcess {
  private SmallProcess() {}

  /** One with the class path of the tests, and both its streams in one. */
  public static ProcessBuilder of(String mainClass, String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:ActiveProcessorCount=2",
                "-Dtocsin.root=" + System.getProperty("tocsin.root"),
                "-cp",
                System.getProperty("java.class.path"),
                mainClass));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectErrorStream(true);
  }
}
