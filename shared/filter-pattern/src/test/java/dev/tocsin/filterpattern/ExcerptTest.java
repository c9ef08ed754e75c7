package dev.tocsin.filterpattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ExcerptTest {

  private static final String LONG = "x".repeat(1_000);

  @Test
  void cutsLongTextsAndLeavesShortOnes() {
    assertThat(Excerpt.of("short")).isEqualTo("short");
    assertThat(Excerpt.of("x".repeat(80))).isEqualTo("x".repeat(80));
    assertThat(Excerpt.of(LONG)).isEqualTo("x".repeat(80) + "…");
  }

  @Test
  void cutsNoCharacterInTwo() {
    assertThat(Excerpt.of("x".repeat(79) + "😀".repeat(9))).isEqualTo("x".repeat(79) + "…");
    assertThat(Excerpt.of("x".repeat(79) + "😀y")).isEqualTo("x".repeat(79) + "…");
    assertThat(Excerpt.of("x".repeat(78) + "😀y")).isEqualTo("x".repeat(78) + "😀…");
  }

  @Test
  void cutsWhatASentenceQuotes() {
    assertThat(Excerpt.ofQuoted("the term `" + LONG + "` after `a`"))
        .isEqualTo("the term `" + "x".repeat(80) + "…` after `a`");
  }

  @Test
  void listsThreeAndCountsTheRest() {
    assertThat(Excerpt.ofSome(List.of("a", "b", "c"))).isEqualTo("a, b, c");
    assertThat(Excerpt.ofSome(List.of("a", "b", "c", "d", "e"))).isEqualTo("a, b, c and 2 more");
  }
}
