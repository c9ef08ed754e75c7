package dev.tocsin.chain.wording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.chain.verdict.ComplianceType;
import dev.tocsin.chain.verdict.Evidence;
import dev.tocsin.chain.verdict.Fault;
import dev.tocsin.chain.verdict.Finding;
import dev.tocsin.chain.verdict.Link;
import dev.tocsin.chain.verdict.Verdict;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnnotationTest {
  private static final Finding STOPPED =
      Fault.of("is not logging", "start it").on(Link.TRAIL, "main");
  private static final Finding SILENT =
      Fault.of("has no action for ALARM", "add one").on(Link.ALARM, "a");

  @Test
  void aBrokenChainNamesItsFirstLinkWithTheFixAndCountsTheOthers() {
    assertThat(Annotation.of(broken(List.of(STOPPED, SILENT), List.of("exempt: `{ $.a = 1 }`"))))
        .isEqualTo("trail `main`: is not logging. Fix: start it; 1 more; exempt: `{ $.a = 1 }`");
  }

  @Test
  void aChainThatHoldsIsNamedLinkByLink() {
    Verdict verdict =
        new Verdict(
            "c",
            ComplianceType.COMPLIANT,
            List.of(),
            List.of(
                new Evidence(Link.METRIC_FILTER, "f", "eu-west-1", "matches"),
                new Evidence(Link.METRIC, "N/M", "eu-west-1", "is read"),
                new Evidence(Link.TOPIC, "arn:aws:sns:eu-west-1:1:alerts", "eu-west-1", "exists")),
            Optional.empty(),
            List.of("exempt: `x`"));

    assertThat(Annotation.of(verdict)).isEqualTo("f → alerts; exempt: `x`");
  }

  @ParameterizedTest
  @ValueSource(ints = {216, 217, 218, 219, 220, 400})
  void noAnnotationIsLongerThanAwsTakesOrEndsInsideACharacter(int length) {
    Finding finding = Fault.of("x".repeat(length) + "🔔".repeat(40), "y").on(Link.TRAIL, "main");
    String annotation = Annotation.of(broken(List.of(finding), List.of()));

    assertThat(annotation).hasSizeBetween(1, Annotation.MAX_LENGTH).endsWith("…");
    assertThat(annotation.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "L", // the longest name of a metric filter that AWS takes, and of others
        "🔔",
        "\u202e",
        "a name with words "
      })
  void longNamesGiveWayToTheProblemAndTheFix(String part) {
    String name = part.repeat(512 / part.length());
    Finding finding =
        Fault.of("feeds `" + name + "`, which no alarm reads", "let alarm `a` read it")
            .on(Link.METRIC_FILTER, name);

    String annotation = Annotation.of(broken(List.of(finding, SILENT), List.of()));

    assertThat(annotation)
        .hasSizeLessThanOrEqualTo(Annotation.MAX_LENGTH)
        .startsWith("metric filter `")
        .contains("…", ", which no alarm reads. Fix: let alarm `a` read it; 1 more");
    assertThat(annotation.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF)).isTrue();
  }

  @Test
  void theEndsOfALongNameStay() {
    Finding finding =
        Fault.of("is not logging", "start `prod-" + "x".repeat(300) + "-7`")
            .on(Link.TRAIL, "prod-" + "x".repeat(300) + "-7");

    assertThat(Annotation.of(broken(List.of(finding), List.of())))
        .contains("trail `prod-xxx", "-7`: is not logging. Fix: start `prod-", "-7`");
  }

  private static Verdict broken(List<Finding> findings, List<String> notes) {
    return new Verdict(
        "c", ComplianceType.NON_COMPLIANT, findings, List.of(), Optional.empty(), notes);
  }
}
