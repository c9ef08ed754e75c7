package dev.tocsin.cli;

import dev.tocsin.cli.io.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The names of {@code shared/examples/hostile-names.json}, and what they do where they can. */
public final class HostileNames {
  /** What moves a cursor, or hides. */
  public static final Pattern HIDDEN =
      Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}&&[^\\n]]");

  /** What a build server obeys, of GitHub, and of Azure Pipelines and TeamCity. */
  public static final Pattern COMMAND = Pattern.compile("(?m)^\\s*::[a-z-]+(\\s|::)|##\\w*\\[");

  private HostileNames() {}

  /** All of them. */
  public static List<String> all() throws IOException {
    Path file = Path.of(System.getProperty("tocsin.root"), "shared/examples/hostile-names.json");
    List<String> names = new ArrayList<>();
    Json.read(Files.readString(file), "names").forEach(name -> names.add(name.textValue()));
    return names;
  }
}
