package dev.tocsin.chain.judge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.chain.verdict.Verdict;
import dev.tocsin.chain.wording.Annotation;
import dev.tocsin.chain.wording.FullText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CasesTest {

  static Stream<Case> cases() {
    return CaseFiles.all().stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void theVerdictIsTheOneTheCaseStates(Case one) {
    Verdict verdict = one.judged();
    String text = FullText.of(verdict);
    JsonNode expected = one.expected();
    assertThat(verdict.complianceType().name())
        .as(text)
        .isEqualTo(expected.path("complianceType").asText());
    List<String> findings =
        verdict.findings().stream()
            .map(finding -> finding.link() + " " + finding.subject())
            .toList();
    List<String> stated = new ArrayList<>();
    expected.path("findings").forEach(finding -> stated.add(finding.asText()));
    assertThat(findings).as(text).containsExactlyElementsOf(stated);
    expected.path("says").forEach(part -> assertThat(text).contains(part.asText()));
    expected.path("silent").forEach(part -> assertThat(text).doesNotContain(part.asText()));
    assertThat(verdict.findings().isEmpty()).isEqualTo(!text.contains("Fix: "));
    assertThat(Annotation.of(verdict)).isNotBlank().hasSizeLessThanOrEqualTo(256);
  }

  @Test
  void everyCaseHasAnIdOfItsOwn() {
    Set<String> ids = new HashSet<>();
    cases().forEach(one -> assertThat(ids.add(one.id())).as(one.id()).isTrue());
  }
}
