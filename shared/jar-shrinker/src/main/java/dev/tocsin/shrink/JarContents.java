package dev.tocsin.shrink;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** The files of a jar by name, in their order; folders have no entries of their own. */
final class JarContents {
  private final Map<String, byte[]> files = new LinkedHashMap<>();
  private final Map<String, LocalDateTime> times = new LinkedHashMap<>();

  private JarContents() {}

  static JarContents read(Path jar) throws IOException {
    var contents = new JarContents();
    try (var in = new ZipInputStream(Files.newInputStream(jar))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        if (!entry.isDirectory()) {
          contents.files.put(entry.getName(), in.readAllBytes());
          contents.times.put(entry.getName(), entry.getTimeLocal());
        }
      }
    }
    return contents;
  }

  /** To be changed in place. */
  Map<String, byte[]> files() {
    return files;
  }

  /** Replaces the jar. The same contents give the same bytes, at any time and in any time zone. */
  void write(Path jar) throws IOException {
    Path whole = jar.resolveSibling(jar.getFileName() + ".new");
    try (var out = new ZipOutputStream(Files.newOutputStream(whole))) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        var entry = new ZipEntry(file.getKey());
        entry.setTimeLocal(times.get(file.getKey()));
        out.putNextEntry(entry);
        out.write(file.getValue());
      }
    }
    Files.move(whole, jar, StandardCopyOption.REPLACE_EXISTING);
  }
}
