package dev.tocsin.catalog;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The rule folders as they travel with the classes: an index, and of each folder one file that
 * holds all of its files. A start opens the index and the folders that it needs; as they stand in
 * the repository, it would have to list a jar of many thousand files, and to open dozens.
 */
public final class PreparedRules {
  private static final String FOLDER = "rules";
  private static final String INDEX = "index";

  /** Filters to accept and to refuse are cases of the build. */
  private static final String ONLY_FOR_TESTS = "filters/";

  private PreparedRules() {}

  /**
   * A line of the index.
   *
   * @param frameworks whose sections the folder itself names
   */
  record Entry(String id, Set<String> frameworks) {

    /** The files of the folder, read now. */
    FolderTexts texts() {
      return read(id);
    }
  }

  private record Prepared(String id, TreeMap<String, String> files) implements FolderTexts {

    @Override
    public Optional<String> text(String file) {
      return Optional.ofNullable(files.get(file));
    }

    @Override
    public List<String> list(String directory) {
      String prefix = directory.isEmpty() ? "" : directory + "/";
      return files.tailMap(prefix, true).keySet().stream()
          .takeWhile(file -> file.startsWith(prefix))
          .map(file -> file.substring(prefix.length()).split("/", 2)[0])
          .distinct()
          .sorted()
          .toList();
    }
  }

  /** Those that travel with this class, in alphabetical order of ids. */
  static List<Entry> shipped() {
    try (InputStream in = open(INDEX)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> List.of(line.split(" ")))
          .map(line -> new Entry(line.get(0), Set.copyOf(line.subList(1, line.size()))))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the index of the rules", e);
    }
  }

  private static FolderTexts read(String id) {
    TreeMap<String, String> files = new TreeMap<>();
    try (DataInputStream in = new DataInputStream(new BufferedInputStream(open(id)))) {
      for (int left = in.readInt(); left > 0; left--) {
        String file = in.readUTF();
        byte[] text = in.readNBytes(in.readInt());
        files.put(file, new String(text, StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the rule `" + id + "`", e);
    }
    return new Prepared(id, files);
  }

  private static InputStream open(String name) {
    String resource = "/" + FOLDER + "/" + name;
    InputStream in = PreparedRules.class.getResourceAsStream(resource);
    if (in == null) {
      throw new IllegalStateException(
          "`" + resource + "` is not on the class path. Fix: build with `mvn process-classes`");
    }
    return in;
  }

  /**
   * Prepares the rules, as a step of the build.
   *
   * @param arguments the folder of rule folders, and the folder of classes
   */
  public static void main(String... arguments) throws IOException {
    Path target = Path.of(arguments[1]).resolve(FOLDER);
    Files.createDirectories(target);
    try (Stream<Path> old = Files.list(target)) {
      for (Path file : old.toList()) {
        Files.delete(file);
      }
    }
    StringBuilder index = new StringBuilder();
    for (Path folder : ControlCatalog.folders(Path.of(arguments[0]))) {
      var texts = new FolderTexts.OnDisk(folder);
      index.append(texts.id());
      ControlFile.frameworks(new RuleFiles(texts, new Problems())).stream()
          .sorted()
          .forEach(framework -> index.append(' ').append(framework));
      index.append('\n');
      write(files(folder), target.resolve(texts.id()));
    }
    Files.writeString(target.resolve(INDEX), index);
  }

  private static Map<String, byte[]> files(Path folder) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        String file = folder.relativize(path).toString().replace('\\', '/');
        if (!file.startsWith(ONLY_FOR_TESTS)) {
          files.put(file, Files.readAllBytes(path));
        }
      }
    }
    return files;
  }

  private static void write(Map<String, byte[]> files, Path target) throws IOException {
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(target)))) {
      out.writeInt(files.size());
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        out.writeUTF(file.getKey());
        out.writeInt(file.getValue().length);
        out.write(file.getValue());
      }
    }
  }
}
