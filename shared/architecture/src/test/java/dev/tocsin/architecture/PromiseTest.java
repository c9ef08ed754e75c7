package dev.tocsin.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;

final class PromiseTest {

  private static final Set<String> KNOWN = Set.of("a.b", "a.b.parse", "a.b.judge.link");

  private static java.util.List<String> packages(String sentence) {
    return Promise.of("a.b", "Does things.\n\n <p>" + sentence).packages("a.b", KNOWN);
  }

  @Test
  void namesPackagesOfTheModuleAndOthers() {
    assertThat(packages("Must not import: parse, judge,\n software.amazon."))
        .containsExactly("a.b.parse..", "a.b.judge..", "software.amazon..");
  }

  @Test
  void mayForbidAllOrNothing() {
    assertThat(packages("Must not import: any other package of the module."))
        .containsExactlyInAnyOrder("a.b.parse", "a.b.judge.link");
    assertThat(packages("Must not import: nothing.")).isEmpty();
  }

  @Test
  void mustBeMadeAndBeAboutPackages() {
    assertThatThrownBy(() -> packages("Imports what it likes."))
        .hasMessageContaining("Must not import");
    assertThatThrownBy(() -> packages("Must not import: prase.")).hasMessageContaining("`prase`");
  }
}
