package dev.tocsin.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What rings in a normal account is data that agrees with the controls' own words. */
class NoiseTest {

  private static final ControlCatalog CATALOG = ControlCatalog.load();

  private static Noise noise(String control) {
    return Noise.of(CATALOG.find(control).orElseThrow());
  }

  @Test
  void whatANormalAccountDoesIsKnownOfTheLoudControls() {
    Map<String, Often> loud =
        Map.of(
            "access-denied", Often.ALL_DAY,
            "unauthorized-api-calls", Often.ALL_DAY,
            "federation-and-signin-tokens", Often.EVERY_DAY,
            "config-rule-noncompliance", Often.EVERY_DAY,
            "security-group-changes", Often.EVERY_DAY,
            "log-group-and-metric-filter-tampering", Often.DEPLOYMENTS,
            "eventbridge-rule-tampering", Often.DEPLOYMENTS,
            "cloudwatch-alarm-tampering", Often.DEPLOYMENTS,
            "lambda-function-code-changes", Often.DEPLOYMENTS,
            "root-account-usage", Often.SELDOM);
    loud.forEach(
        (control, often) -> assertThat(noise(control).often()).as(control).isEqualTo(often));
  }

  @Test
  void whoeverNamesDeploymentsRingsOnOne() {
    for (Control control : CATALOG.controls()) {
      boolean named = String.join(" ", control.noise()).contains("deployment");
      assertThat(named && Noise.of(control).often() == Often.SELDOM)
          .as("`%s` names deployments as noise, and no usual event of one is its own", control.id())
          .isFalse();
    }
  }

  @Test
  void everyUsualEventIsItsOwnAndSaysWhy() {
    Set<String> ids = new HashSet<>();
    Often last = Often.ALL_DAY;
    for (UsualEvent usual : UsualEvent.all()) {
      String id = usual.event().path("eventID").asText(usual.event().path("id").asText());
      assertThat(ids.add(id)).as("%s stands once", usual.inWords()).isTrue();
      assertThat(usual.because()).isNotBlank().doesNotEndWith(".");
      assertThat(usual.often()).as("order of %s", usual.inWords()).isGreaterThanOrEqualTo(last);
      last = usual.often();
    }
    assertThat(ids).hasSizeGreaterThan(70);
  }

  @Test
  void whatWasMeasuredIsOfThePatternAsItIs() {
    PublicHits hits =
        PublicHits.of(CATALOG.find("cloudtrail-configuration-changes").orElseThrow()).orElseThrow();
    assertThat(hits.inWords()).isEqualTo("24 of 1,132 public records");
    assertThat(hits.events()).containsEntry("StopLogging", 7);
    assertThat(hits.events().values().stream().mapToInt(n -> n).sum()).isEqualTo(hits.hits());
  }

  @Test
  void whatWasMeasuredOfAnotherPatternIsNotTold(@TempDir Path rules) throws IOException {
    Path folder = RuleFolder.rules().resolve("sns-topic-deleted");
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = rules.resolve(RuleFolder.rules().relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
    Files.writeString(
        rules.resolve("sns-topic-deleted/required.pattern"), "{ $.eventName = DeleteTopic }");

    Control changed =
        ControlCatalog.read(rules, new Problems()).find("sns-topic-deleted").orElseThrow();
    assertThat(noise("sns-topic-deleted").measured()).isPresent();
    assertThat(Noise.of(changed).measured()).isEmpty();
    assertThat(Noise.of(changed).inWords()).startsWith("with deployments: ");
  }

  @Test
  void aDifferenceBetweenTwoMeasuresIsExplained() {
    List<PublicHits> differing =
        CATALOG.controls().stream()
            .flatMap(control -> PublicHits.of(control).stream())
            .filter(hits -> hits.before().isPresent() && hits.before().getAsInt() != hits.hits())
            .toList();
    assertThat(differing).hasSizeGreaterThan(5).allMatch(hits -> hits.because().isPresent());
  }
}
