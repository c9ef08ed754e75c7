package dev.tocsin.rendering;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/** The files of a rule folder to be filled in: each is refused, saying why, until it is. */
public final class NewRuleFolder {

  private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  /**
   * Each file, the template that it begins as, and what belongs there: as many as the build asks
   * for at the least.
   */
  private static final List<Part> PARTS =
      List.of(
          new Part("README.md", "README.md", "what goes unseen without it, and known limits"),
          new Part(
              "parameters.json",
              "parameters.json",
              "`Description`; in `RuleSets` a pack beside `all`, as `rules/README.md` names them"),
          new Part(
              "control.json",
              "control.json",
              "`title`, `severity`, `noise`; `sections` and `facts` where there are some"),
          new Part(
              "required.pattern",
              "required.pattern",
              "the events, as `{ ($.eventSource = \"…\") && ($.eventName = \"…\") }`"),
          new Part(
              "events/raises-alarm/the-call.json",
              "write.json",
              "a record of it; one for each event that the pattern names"),
          new Part(
              "events/stays-silent/a-call-beside-it.json",
              "write.json",
              "the call most like it that must not ring"),
          new Part(
              "events/stays-silent/a-call-that-reads.json",
              "read.json",
              "a call of the service that changes nothing"),
          new Part(
              "filters/covers/as-many-write-it.pattern",
              "required.pattern",
              "a filter that sees every event, written another way"),
          new Part(
              "filters/misses/without-failed-calls.pattern",
              "required.pattern",
              "a filter that misses one, by a weakness that its name tells"));

  /** A directory that a rule folder may leave empty. */
  private static final String PUBLISHED = "published";

  /**
   * A file of the folder.
   *
   * @param name below the folder
   * @param template below {@code rule/}
   * @param asks what belongs into it, in a line
   */
  private record Part(String name, String template, String asks) {}

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
      Files.createDirectories(folder.resolve(PUBLISHED));
      for (RenderedFile file : files) {
        Path target = root.resolve(file.path());
        Files.createDirectories(target.getParent());
        Files.writeString(target, file.text());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write below `" + folder + "`", e);
    }
    return files;
  }

  /** What belongs into each file of {@link #write}, in its order and a line each. */
  public static List<String> asks() {
    return PARTS.stream().map(part -> part.name() + ": " + part.asks()).toList();
  }

  private static List<RenderedFile> files(String id, String version) {
    return PARTS.stream()
        .map(
            part ->
                new RenderedFile(
                    Path.of("rules", id).resolve(part.name()),
                    Templates.fill(
                        "rule/" + part.template(),
                        Map.of(
                            "id",
                            id,
                            "version",
                            version,
                            "request",
                            uuid(id, part, "request"),
                            "event",
                            uuid(id, part, "event")))))
        .toList();
  }

  /** No two records of the repository have the same. */
  private static String uuid(String id, Part part, String of) {
    byte[] name = String.join(" ", id, part.name(), of).getBytes(StandardCharsets.UTF_8);
    return UUID.nameUUIDFromBytes(name).toString();
  }
}
