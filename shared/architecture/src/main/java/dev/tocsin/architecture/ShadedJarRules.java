package dev.tocsin.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/** What holds for each shaded jar: a test extends this and names the jar; see the package. */
public abstract class ShadedJarRules {
  private static final String SERVICES = "software/amazon/awssdk/services/";
  private static final Pattern HTTP_CLIENTS =
      Pattern.compile(
          "(io/netty|org/apache/(hc|http)|okhttp3|software/amazon/awssdk/http/(nio|apache5?|crt))/.*");

  /** By the packages that are under them; all Apache-2.0 has the project's own file. */
  private static final Map<String, String> LICENCE_TEXTS =
      Map.of(
          "dev/tocsin/", "LICENSE",
          "org/slf4j/", "slf4j.txt",
          "com/samskivert/", "jmustache.txt");

  private final Path jar;
  private final int megabytes;

  /**
   * The rules for one jar.
   *
   * @param megabytes that it may take, of 1,000,000 bytes
   */
  protected ShadedJarRules(Path jar, int megabytes) {
    this.jar = jar;
    this.megabytes = megabytes;
  }

  @Test
  final void isNoLargerThanItMayBe() throws IOException {
    long size = Files.size(jar);
    assertTrue(
        size <= megabytes * 1_000_000L,
        () -> "`%s` has %,d bytes, at most %d MB were expected".formatted(jar, size, megabytes));
  }

  @Test
  final void holdsNoHttpClientThatNothingUsesNorTests() throws IOException {
    assertEquals(
        List.of(),
        names().stream()
            .filter(
                name ->
                    HTTP_CLIENTS.matcher(name).matches()
                        || name.matches("org/(junit|assertj|mockito)/.*"))
            .toList());
  }

  /** Had the shrinking taken too much, a class that is left would miss another one here. */
  @Test
  final void everyClassOfAServiceCanBeLinked() throws Exception {
    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {jar.toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
      int linked = 0;
      for (String name : names()) {
        if (name.startsWith(SERVICES) && name.endsWith(".class")) {
          Class<?> type = Class.forName(name.replace(".class", "").replace('/', '.'), true, loader);
          linked += type.getDeclaredMethods().length > 0 ? 1 : 0;
        }
      }
      assertTrue(linked > 500, "few classes are left of the services: " + linked);
    }
  }

  @Test
  final void isMadeOfWhatItsOwnLicenceGoesWith() throws IOException {
    Path bill = Path.of(jar.toString().replace(".jar", ".cdx.json"));
    assumeTrue(Files.exists(bill), "a build that is offline writes no bill of materials");
    List<String> refused = Licences.refused(Files.readString(bill));
    assertEquals(
        List.of(),
        refused,
        "a licence is not in `" + Licences.FILE + "`: use another library, or decide it there");
  }

  /** Apache-2.0, MIT and BSD ask that their text goes along; its own jar brings it, or we do. */
  @Test
  final void holdsTheTextsOfTheLicencesThatAskForIt() throws IOException {
    Set<String> names = names();
    List<String> missing =
        LICENCE_TEXTS.entrySet().stream()
            .filter(text -> names.stream().anyMatch(name -> name.startsWith(text.getKey())))
            .map(text -> "META-INF/licenses/" + text.getValue())
            .filter(text -> !names.contains(text))
            .toList();
    assertEquals(List.of(), missing);
  }

  private Set<String> names() throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      return file.stream().map(ZipEntry::getName).collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
