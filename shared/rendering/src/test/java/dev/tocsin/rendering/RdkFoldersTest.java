package dev.tocsin.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tocsin.catalog.ControlCatalog;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RdkFoldersTest {

  private static final Path RULES = Path.of(System.getProperty("tocsin.root"), "rules");

  @Test
  void aFolderHoldsTheJarAndParametersWithItsHandler(@TempDir Path folder) throws Exception {
    Path jar = Files.writeString(folder.resolve("tocsin-lambda.jar"), "jar");
    var control = ControlCatalog.read(RULES).find("security-group-changes").orElseThrow();

    RdkFolders.write(List.of(control), RULES, jar, folder.resolve("rdk"));

    Path staged = folder.resolve("rdk").resolve("security-group-changes");
    assertThat(staged.resolve("lib").resolve("tocsin-lambda.jar")).hasContent("jar");
    JsonNode parameters =
        new ObjectMapper().readTree(staged.resolve("parameters.json").toFile()).get("Parameters");
    assertThat(parameters.get("SourceHandler").asText())
        .isEqualTo("dev.tocsin.lambda.ConfigRuleHandler::handleRequest");
    assertThat(parameters.get("RuleName").asText()).isEqualTo("security-group-changes");
    assertThat(parameters.has("CustomLambdaName")).isFalse();
  }
}
