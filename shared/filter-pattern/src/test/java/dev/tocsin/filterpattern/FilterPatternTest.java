package dev.tocsin.filterpattern;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FilterPatternTest {

  @Test
  void isItsText() {
    FilterPattern pattern = FilterPattern.of("{ $.a = 1 }");

    assertThat(pattern).isEqualTo(FilterPattern.of("{ $.a = 1 }"));
    assertThat(pattern).hasSameHashCodeAs(FilterPattern.of("{ $.a = 1 }"));
    assertThat(pattern).isNotEqualTo(FilterPattern.of("{ $.a = 2 }"));
    assertThat(pattern).isNotEqualTo("{ $.a = 1 }");
  }
}
