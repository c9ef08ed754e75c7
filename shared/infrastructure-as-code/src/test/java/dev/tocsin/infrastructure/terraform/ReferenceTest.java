package dev.tocsin.infrastructure.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.infrastructure.terraform.Reference.Step;
import org.junit.jupiter.api.Test;

class ReferenceTest {
  @Test
  void keysMayHoldDotsAndBrackets() {
    assertThat(Reference.steps("module.a[\"x.y[0]\"].aws_sns_topic.b[3].arn"))
        .containsExactly(
            new Step("module", null),
            new Step("a", "x.y[0]"),
            new Step("aws_sns_topic", null),
            new Step("b", "3"),
            new Step("arn", null));
  }

  /** A plan can have been written by anything. */
  @Test
  void whatTerraformDoesNotWriteHasPartsToo() {
    assertThat(Reference.steps("")).containsExactly(new Step("", null));
    assertThat(Reference.steps("a]b[c")).containsExactly(new Step("a]b", "c"));
    assertThat(Reference.steps("a.b[\"c.d"))
        .containsExactly(new Step("a", null), new Step("b", "c.d"));
  }
}
