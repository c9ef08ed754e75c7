package dev.tocsin.lambda;

import dev.tocsin.architecture.ShadedJarRules;
import java.nio.file.Path;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

@EnabledIfSystemProperty(named = "tocsin.lambda.jar", matches = ".+")
class ShadedJarContentsIT extends ShadedJarRules {

  ShadedJarContentsIT() {
    super(Path.of(System.getProperty("tocsin.lambda.jar", "")), 20);
  }
}
