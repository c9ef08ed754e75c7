package dev.tocsin.rendering;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The files of a rule folder to be filled in: each is refused, saying why, until it is. */
public final class NewRuleFolder {

  private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  private static final List<String> FILES =
      List.of("README.md", "parameters.json", "control.json", "required.pattern");

  /** Directories that a rule folder fills with cases of its own. */
  private static final List<String> DIRECTORIES =
      List.of(
          "events/raises-alarm",
          "events/stays-silent",
          "filters/covers",
          "filters/misses",
          "published");

  private NewRuleFolder() {}

  /**
   * Makes the folder below {@code rules/}, and says which files it wrote.
   *
   * @param root the repository's
   * @param id the control's, in kebab-case
   * @param version the product's, since which the control will be there
   * @throws RenderingProblem if the id cannot be a control's, or the folder exists
   */
  public static List<RenderedFile> write(Path root, String id, String version) {
    if (!ID.matcher(id).matches()) {
      throw new RenderingProblem(
          "expected an id in kebab-case, found `%s`. Fix: write it like `root-account-usage`"
              .formatted(id));
    }
    Limit.CONTROL_ID.require(id, id.length());
    Path folder = root.resolve("rules").resolve(id);
    if (Files.exists(folder)) {
      throw new RenderingProblem(
          "`%s` exists. Fix: choose another id, or edit that one".formatted(folder));
    }
    List<RenderedFile> files = files(id, version);
    try {
      for (String directory : DIRECTORIES) {
        Files.createDirectories(folder.resolve(directory));
      }
      for (RenderedFile file : files) {
        Files.writeString(root.resolve(file.path()), file.text());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write below `" + folder + "`", e);
    }
    return files;
  }

  private static List<RenderedFile> files(String id, String version) {
    Map<String, String> model = Map.of("id", id, "version", version);
    return FILES.stream()
        .map(
            file ->
                new RenderedFile(Path.of("rules", id, file), Templates.fill("rule/" + file, model)))
        .toList();
  }
}
