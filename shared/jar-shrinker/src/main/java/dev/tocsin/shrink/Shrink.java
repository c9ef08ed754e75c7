package dev.tocsin.shrink;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Shrinks a jar in place. */
public final class Shrink {
  private static final String CLASS = ".class";
  private static final List<String> MAY_GO =
      List.of("software/amazon/awssdk/services/", "dev/tocsin/");

  /** Where the JDK and the SDK look for names of classes, one a line. */
  private static final Pattern LISTS_CLASSES =
      Pattern.compile("META-INF/services/.*|.*/execution\\.interceptors");

  private Shrink() {}

  /**
   * Shrinks a jar.
   *
   * @param arguments the jar, and the classes it is entered by
   * @throws IllegalArgumentException if one of them is not in the jar
   */
  public static void main(String... arguments) throws IOException {
    Path jar = Path.of(arguments[0]);
    long before = Files.size(jar);
    JarContents contents = JarContents.read(jar);
    int files = contents.files().size();
    shrink(contents.files(), List.of(arguments).subList(1, arguments.length));
    contents.write(jar);
    System.out.printf(
        "%s: %,d of %,d files, %.1f of %.1f MB stay%n",
        jar.getFileName(), contents.files().size(), files, Files.size(jar) / 1e6, before / 1e6);
  }

  static void shrink(Map<String, byte[]> files, List<String> entries) {
    Map<String, byte[]> classFiles = classFiles(files);
    Reachable reachable = new Reachable(classFiles);
    for (String entry : entries) {
      String name = entry.replace('.', '/');
      if (!classFiles.containsKey(name)) {
        throw new IllegalArgumentException(
            "`" + entry + "` is not in the jar, name the class that it is entered by");
      }
      reachable.from(name);
    }
    classFiles.keySet().stream().filter(name -> !mayGo(name)).forEach(reachable::from);
    files.forEach(
        (name, file) -> {
          if (LISTS_CLASSES.matcher(name).matches()) {
            new String(file, StandardCharsets.UTF_8)
                .lines()
                .forEach(line -> reachable.from(line.strip().replace('.', '/')));
          }
        });
    files.keySet().removeIf(name -> name.endsWith(CLASS) && isDead(name, reachable));
    classFiles.keySet().stream()
        .filter(name -> Reachable.isClient(name) && reachable.has(name))
        .forEach(
            name -> files.put(name + CLASS, ClientFile.shrunk(classFiles.get(name), reachable)));
    var stackMaps = new StackMaps(new JarClasses(classFiles));
    classFiles.forEach(
        (name, file) -> {
          if (StackMaps.areMissingIn(file) && !isDead(name + CLASS, reachable)) {
            files.put(name + CLASS, stackMaps.added(file));
          }
        });
  }

  /** Those of a jar's files, by the class's name with slashes. */
  static Map<String, byte[]> classFiles(Map<String, byte[]> files) {
    Map<String, byte[]> classFiles = new HashMap<>();
    files.forEach(
        (name, file) -> {
          if (name.endsWith(CLASS)) {
            classFiles.put(name.substring(0, name.length() - CLASS.length()), file);
          }
        });
    return classFiles;
  }

  /** Whether a class is kept for its users only. */
  static boolean mayGo(String name) {
    return MAY_GO.stream().anyMatch(name::startsWith);
  }

  private static boolean isDead(String file, Reachable reachable) {
    String name = file.substring(0, file.length() - CLASS.length());
    return mayGo(name) && !reachable.has(name);
  }
}
