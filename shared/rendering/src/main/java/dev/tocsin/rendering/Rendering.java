package dev.tocsin.rendering;

import dev.tocsin.catalog.Benchmark;
import dev.tocsin.catalog.Control;
import dev.tocsin.catalog.ControlCatalog;
import dev.tocsin.catalog.Deployment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Everything that is written from the rule folders. */
public final class Rendering {

  /** What brings stale files up to date, for messages. */
  public static final String COMMAND = "java -jar shared/cli/target/tocsin.jar render";

  private final Path root;
  private final List<RenderedFile> files;

  private Rendering(Path root, List<RenderedFile> files) {
    this.root = root;
    this.files = List.copyOf(files);
  }

  /**
   * Reads the rule folders of a repository and renders from them; writes nothing.
   *
   * @throws dev.tocsin.catalog.CatalogException if a rule folder is wrong
   * @throws RenderingProblem if something is larger than AWS takes
   */
  public static Rendering of(Path root) {
    ControlCatalog catalog = ControlCatalog.read(root.resolve("rules"));
    catalog.controls().forEach(Rendering::checkLimits);
    Calls calls = Calls.read(root);
    List<RenderedFile> packs = Packs.of(catalog);
    Limit.GROUP_FILTERS.require(
        "rules", (int) catalog.controls().stream().filter(Control::isSeenByTrails).count());
    List<RenderedFile> files = new ArrayList<>(packs);
    RemediationDocuments documents = new RemediationDocuments(root);
    files.addAll(documents.files());
    files.add(SecurityHub.of(catalog));
    files.add(MonitoringReader.file(root));
    files.add(Stack.of(root, catalog, documents));
    files.addAll(Docs.of(root, catalog, packs));
    files.add(Detections.of(root, catalog));
    files.add(Traffic.of(catalog));
    files.add(GoodAccount.of(catalog, calls));
    return new Rendering(root, files);
  }

  private static void checkLimits(Control control) {
    Limit.CONTROL_ID.require(control.id(), control.id().length());
    for (Benchmark benchmark : Benchmark.values()) {
      Deployment deployment = control.deployment(benchmark);
      if (deployment instanceof Deployment.FilterAndAlarm filter) {
        Limit.FILTER_PATTERN.require(control.id(), filter.pattern().length());
      } else if (deployment instanceof Deployment.EventRule rule) {
        Limit.EVENT_PATTERN.require(control.id(), rule.eventPattern().length());
      }
    }
  }

  /** Every file, current or not. */
  public List<RenderedFile> files() {
    return files;
  }

  /** Those whose committed content differs or is missing. */
  public List<RenderedFile> stale() {
    return files.stream().filter(file -> !file.text().equals(committed(file))).toList();
  }

  /** Writes the stale ones, and says which. */
  public List<RenderedFile> write() {
    List<RenderedFile> stale = stale();
    for (RenderedFile file : stale) {
      Path target = root.resolve(file.path());
      try {
        Files.createDirectories(target.getParent());
        Files.writeString(target, file.text());
      } catch (IOException e) {
        throw new UncheckedIOException("cannot write `" + target + "`", e);
      }
    }
    return stale;
  }

  private String committed(RenderedFile file) {
    Path path = root.resolve(file.path());
    try {
      return Files.exists(path) ? new String(Files.readAllBytes(path), StandardCharsets.UTF_8) : "";
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read `" + path + "`", e);
    }
  }
}
