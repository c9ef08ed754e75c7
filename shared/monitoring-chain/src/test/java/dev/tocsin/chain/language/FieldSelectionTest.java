package dev.tocsin.chain.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldSelectionTest {
  private static final Set<String> OWN = Set.of("111122223333");

  @ParameterizedTest
  @CsvSource({
    "@aws.account = \"111122223333\",                           true",
    "@aws.account = '111122223333',                             true",
    "@aws.account != \"111122223333\",                          false",
    "@aws.account != \"444455556666\",                          true",
    "'@aws.account IN [\"444455556666\", \"111122223333\"]',    true",
    "'@aws.account NOT IN [\"444455556666\"]',                  true",
    "@aws.region = \"us-east-1\",                               false",
    "@aws.region != \"us-east-1\",                              false",
    "@aws.region = \"us-east-1\" OR @aws.region != \"us-east-1\", true",
    "@aws.account = \"111122223333\" AND @aws.region = \"x\",   false",
    "@aws.account = \"1\" OR @aws.region = \"a\" OR @aws.account = \"111122223333\", true",
    "(@aws.account = \"1\" OR @aws.account = \"111122223333\") AND @aws.region != \"a\", false",
  })
  void criteriaAreDecidedForTheJudgedAccountAndEveryRegion(String criteria, boolean expected) {
    assertThat(FieldSelection.parse(criteria).orElseThrow().keepsAll(OWN)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "@aws.account",
        "@aws.account =",
        "@aws.service = \"x\"",
        "@aws.account = \"1\" AND",
        "(@aws.account = \"1\"",
        "@aws.account IN \"1\"",
        "\"1\" = @aws.account",
        "@aws.account = \"1\" \"2\""
      })
  void criteriaThatAreNoneAreNotUnderstood(String criteria) {
    assertThat(FieldSelection.parse(criteria)).isEmpty();
  }
}
