package dev.tocsin.architecture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a package promises not to import, in the last sentence of its package-info.java:
 *
 * <pre>{@code Must not import: parse, decide, software.amazon.}</pre>
 *
 * <p>Each name is that of a package beside it, or of any package in full; packages below are meant,
 * too. {@code any other package of the module} and {@code nothing} are understood as well.
 *
 * @param of the package that promises
 * @param named as written
 */
record Promise(String of, List<String> named) {

  private static final Pattern SENTENCE =
      Pattern.compile("Must not import: ([\\w.,\\s]+?)\\.?\\s*$", Pattern.MULTILINE);
  private static final String ANY_OTHER = "any other package of the module";
  private static final String NOTHING = "nothing";

  /**
   * Reads the promise.
   *
   * @param comment the text of the package's comment, without asterisks
   * @throws AssertionError if there is none
   */
  static Promise of(String name, String comment) {
    Matcher sentence = SENTENCE.matcher(comment.strip().replaceAll("\\s+", " "));
    if (!sentence.find()) {
      throw new AssertionError(
          "package-info.java of `"
              + name
              + "` does not end with what the package must not import. Fix: end it with `Must not"
              + " import: a, b.`, or with `Must not import: nothing.`");
    }
    return new Promise(name, Arrays.asList(sentence.group(1).strip().split(",\\s*")));
  }

  /**
   * The packages meant, as patterns of ArchUnit.
   *
   * @param base the module's base package
   * @param known the module's packages
   * @throws AssertionError if a name is that of no package
   */
  List<String> packages(String base, Set<String> known) {
    List<String> packages = new ArrayList<>();
    for (String name : named) {
      if (name.equals(ANY_OTHER)) {
        known.stream().filter(other -> !other.equals(of)).forEach(packages::add);
      } else if (!name.equals(NOTHING)) {
        packages.add(resolved(name, base, known) + "..");
      }
    }
    return packages;
  }

  private String resolved(String name, String base, Set<String> known) {
    String inModule = base + "." + name;
    if (known.stream().anyMatch(other -> (other + ".").startsWith(inModule + "."))) {
      return inModule;
    }
    if (name.indexOf('.') < 0) {
      throw new AssertionError(
          "package-info.java of `" + of + "` must not import `" + name + "`, which is no package");
    }
    return name;
  }
}
