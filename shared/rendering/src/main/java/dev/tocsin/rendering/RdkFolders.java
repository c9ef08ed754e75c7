package dev.tocsin.rendering;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.catalog.Control;
import dev.tocsin.catalog.ControlCatalog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Folders that {@code rdk deploy} takes: {@code parameters.json} with a handler, and the function's
 * jar under {@code lib/}, from where Lambda's Java runtime loads it. RDK zips a folder whole and
 * gives each rule a function of its own.
 */
public final class RdkFolders {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path JAR = Path.of("shared", "config-lambda", "target", "tocsin-lambda.jar");
  private static final String HANDLER = "dev.tocsin.lambda.ConfigRuleHandler::handleRequest";

  private RdkFolders() {}

  /**
   * Writes one folder per control below {@code target}, and says how many.
   *
   * @param root the repository's, in which the function has been built
   * @throws RenderingProblem if there is no function's jar
   */
  public static int write(Path root, Path target) {
    Path jar = root.resolve(JAR);
    if (!Files.exists(jar)) {
      throw new RenderingProblem(
          "there is no `" + jar + "`. Fix: run `mvn -B -q package -Dmaven.test.skip` first");
    }
    Path rules = root.resolve("rules");
    List<Control> controls = ControlCatalog.read(rules).controls();
    write(controls, rules, jar, target);
    return controls.size();
  }

  static void write(List<Control> controls, Path rules, Path jar, Path target) {
    for (Control control : controls) {
      try {
        Path folder = target.resolve(control.id());
        Files.createDirectories(folder.resolve("lib"));
        ObjectNode file =
            (ObjectNode)
                JSON.readTree(rules.resolve(control.id()).resolve("parameters.json").toFile());
        ObjectNode parameters = (ObjectNode) file.required("Parameters");
        parameters.put("SourceHandler", HANDLER);
        parameters.remove("CustomLambdaName");
        Files.writeString(
            folder.resolve("parameters.json"),
            JSON.writerWithDefaultPrettyPrinter().writeValueAsString(file) + "\n");
        link(jar, folder.resolve("lib").resolve(jar.getFileName()));
      } catch (IOException e) {
        throw new UncheckedIOException("cannot write `" + target.resolve(control.id()) + "`", e);
      }
    }
  }

  /**
   * A link where the file system has them: the jar is some 20 MB, and there is a folder for every
   * control.
   */
  private static void link(Path jar, Path link) throws IOException {
    Files.deleteIfExists(link);
    try {
      Files.createLink(link, jar);
    } catch (IOException | UnsupportedOperationException noLinks) {
      Files.copy(jar, link);
    }
  }
}
