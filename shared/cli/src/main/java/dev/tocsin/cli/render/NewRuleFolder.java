package dev.tocsin.cli.render;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The files of a rule folder to be filled in: each is refused, saying why, until it is. */
public final class NewRuleFolder {

  private static final List<String> FILES =
      List.of("README.md", "parameters.json", "control.json", "required.pattern");

  /** Directories that a rule folder fills with cases of its own. */
  public static final List<String> DIRECTORIES =
      List.of(
          "events/raises-alarm",
          "events/stays-silent",
          "filters/covers",
          "filters/misses",
          "published");

  private NewRuleFolder() {}

  /**
   * The files for a control, relative to the repository's root.
   *
   * @param id kebab-case
   */
  public static List<RenderedFile> of(String id, String version) {
    Map<String, String> model =
        Map.of("id", id, "metric", Yaml.logicalId(id) + "EventCount", "version", version);
    return FILES.stream()
        .map(
            file ->
                new RenderedFile(Path.of("rules", id, file), Templates.fill("rule/" + file, model)))
        .toList();
  }
}
