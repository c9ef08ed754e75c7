package dev.tocsin.cli.documents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.evaluation.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The program says the version that its poms say. */
class VersionTest {

  private static final Pattern VERSION =
      Pattern.compile(
          "<groupId>dev\\.tocsin</groupId>\\s*<artifactId>tocsin</artifactId>\\s*"
              + "<version>([^<]*)</version>");

  @Test
  void everyPomHasTheVersionOfTheProgram() throws IOException {
    for (Path pom : Pages.endingWith("pom.xml", Pages.ROOT)) {
      Matcher version = VERSION.matcher(Files.readString(pom));
      assertThat(version.find()).as("%s has a version", pom).isTrue();
      assertThat(version.group(1)).as("version in %s", pom).isEqualTo(Tool.VERSION);
    }
  }
}
