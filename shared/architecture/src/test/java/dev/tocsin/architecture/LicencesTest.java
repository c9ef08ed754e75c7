package dev.tocsin.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class LicencesTest {

  @Test
  void aPartUnderNoneOfThemOrWithoutAnyIsNamed() throws IOException {
    String bill =
        """
        {"components": [
          {"purl": "pkg:maven/a/fine@1", "licenses": [{"license": {"id": "Apache-2.0"}}]},
          {"purl": "pkg:maven/a/choice@1", "licenses": [{"license": {"id": "GPL-2.0"}}, {"license": {"id": "MIT"}}]},
          {"purl": "pkg:maven/a/copyleft@1", "licenses": [{"license": {"id": "GPL-3.0-only"}}]},
          {"purl": "pkg:maven/a/own@1", "licenses": [{"license": {"name": "Our own"}}]},
          {"purl": "pkg:maven/a/silent@1"}]}""";
    assertThat(Licences.refused(bill))
        .containsExactly(
            "pkg:maven/a/copyleft@1 [GPL-3.0-only]",
            "pkg:maven/a/own@1 [Our own]",
            "pkg:maven/a/silent@1 []");
  }

  @Test
  void aBillOfNothingIsRefused() throws IOException {
    assertThat(Licences.refused("{}")).hasSize(1);
  }
}
