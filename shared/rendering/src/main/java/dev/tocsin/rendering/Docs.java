package dev.tocsin.rendering;

import dev.tocsin.catalog.Benchmark;
import dev.tocsin.catalog.Control;
import dev.tocsin.catalog.ControlCatalog;
import dev.tocsin.catalog.Frameworks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The index of controls in {@code rules/README.md}, a page per control, and one for all. */
final class Docs {

  private static final List<String> CIS =
      Arrays.stream(Benchmark.values())
          .map(Benchmark::id)
          .filter(id -> id.startsWith("cis-"))
          .toList();

  /** A row of the index; {@code cis} holds one cell for each CIS version, oldest first. */
  record Row(
      String id, String title, String severity, String cis, String securityHub, String others) {}

  /** A line of the table of frameworks. */
  record FrameworkRow(String title, String link, String source, String read, long controls) {}

  /** A line of the table of packs. */
  record PackRow(String ruleSet, int count, String delivery) {}

  private Docs() {}

  static List<RenderedFile> of(Path root, ControlCatalog catalog, List<RenderedFile> packs) {
    List<RenderedFile> files = new ArrayList<>();
    files.add(index(catalog, packs));
    Siblings siblings = Siblings.of(root);
    for (Control control : catalog.controls()) {
      files.add(
          new RenderedFile(
              Path.of("shared", "docs", "controls", control.id() + ".md"),
              Templates.fill(
                  "docs/page.md",
                  Page.of(
                      control,
                      catalog.factsOfEveryRecord(),
                      unseen(root, control.id()),
                      siblings.of(control)))));
    }
    files.add(
        new RenderedFile(
            Path.of("shared", "docs", "record-facts.md"),
            Templates.fill(
                "docs/record-facts.md",
                Map.of("facts", Page.lines(catalog.factsOfEveryRecord())))));
    files.add(
        new RenderedFile(
            Path.of("shared", "docs", "frameworks.md"),
            Templates.fill("docs/frameworks.md", Map.of("frameworks", frameworks(catalog)))));
    return files;
  }

  /** What the folder's README says below its title. */
  private static String unseen(Path root, String control) {
    Path readme = root.resolve("rules").resolve(control).resolve("README.md");
    try {
      return Files.readString(readme)
          .replaceFirst("^# .*\\R+", "")
          .replace("](../", "](../../../rules/")
          .strip();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read `" + readme + "`", e);
    }
  }

  private static List<FrameworkRow> frameworks(ControlCatalog catalog) {
    return Frameworks.all().stream()
        .map(
            framework ->
                new FrameworkRow(
                    framework.title(),
                    framework.link(),
                    framework.source(),
                    framework.read(),
                    catalog.controls().stream()
                        .filter(control -> control.sections().containsKey(framework.id()))
                        .count()))
        .toList();
  }

  private static RenderedFile index(ControlCatalog catalog, List<RenderedFile> packs) {
    List<PackRow> packRows =
        packs.stream()
            .map(
                pack -> {
                  String ruleSet = pack.path().getFileName().toString().replace(".yaml", "");
                  return new PackRow(
                      ruleSet,
                      catalog.inRuleSet(ruleSet).size(),
                      Limit.INLINE_PACK_BYTES.allows(Limit.bytes(pack.text()))
                          ? "inline"
                          : "from S3");
                })
            .toList();
    Map<String, Object> model =
        Map.of(
            "count", catalog.controls().size(),
            "versions", String.join(" | ", CIS.stream().map(id -> id.substring(4)).toList()),
            "rules", "---|".repeat(CIS.size()),
            "rows", catalog.controls().stream().map(Docs::row).toList(),
            "packs", packRows);
    return new RenderedFile(Path.of("rules", "README.md"), Templates.fill("docs/index.md", model));
  }

  private static Row row(Control control) {
    List<String> others =
        control.sections().keySet().stream()
            .filter(id -> Benchmark.of(id).isEmpty())
            .map(id -> Frameworks.title(id).orElse(id))
            .toList();
    return new Row(
        control.id(),
        control.title(),
        control.severity().id(),
        String.join(" | ", CIS.stream().map(id -> sections(control, id)).toList()),
        sections(control, Benchmark.SECURITY_HUB.id()),
        String.join(", ", others));
  }

  private static String sections(Control control, String framework) {
    return String.join(", ", control.sections().getOrDefault(framework, List.of()));
  }
}
