package dev.tocsin.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.filterpattern.Fact;
import dev.tocsin.filterpattern.FilterPattern;
import dev.tocsin.filterpattern.Requirement;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ControlCatalogTest {

  private static final ControlCatalog SHIPPED = ControlCatalog.load();

  private static Control securityGroups() {
    return SHIPPED.find("security-group-changes").orElseThrow();
  }

  @Test
  void theClassPathHoldsEveryFolderOfTheRepository() {
    assertThat(SHIPPED.ids())
        .isNotEmpty()
        .isEqualTo(
            ControlCatalog.folders(RuleFolder.rules()).stream()
                .map(folder -> folder.getFileName().toString())
                .toList());
  }

  @Test
  void whatTravelsIsWhatTheFoldersSay() {
    assertThat(SHIPPED.controls()).isEqualTo(ControlCatalog.read(RuleFolder.rules()).controls());
  }

  @Test
  void aJarWithoutFolderEntriesHoldsThemToo(@TempDir Path temp) throws Exception {
    Path classes =
        Path.of(ControlCatalog.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Path jar = temp.resolve("catalog.jar");
    pack(classes, jar);
    List<URL> urls = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      urls.add(url(Path.of(entry).equals(classes) ? jar : Path.of(entry)));
    }
    try (URLClassLoader loader =
        new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
      Class<?> catalog = loader.loadClass(ControlCatalog.class.getName());
      assertThat(catalog.getProtectionDomain().getCodeSource().getLocation()).isEqualTo(url(jar));
      Object loaded = catalog.getMethod("load").invoke(null);
      assertThat(catalog.getMethod("ids").invoke(loaded)).isEqualTo(SHIPPED.ids());
    }
  }

  @Test
  void aControlIsReadOnce() {
    assertThat(securityGroups()).isSameAs(securityGroups());
    assertThat(SHIPPED.controls()).contains(securityGroups()).hasSameSizeAs(SHIPPED.ids());
  }

  @ParameterizedTest
  @EnumSource
  void aBenchmarkHasTheControlsThatSaySo(Benchmark benchmark) {
    assertThat(SHIPPED.in(benchmark))
        .isNotEmpty()
        .isEqualTo(SHIPPED.controls().stream().filter(c -> c.isIn(benchmark)).toList());
  }

  @Test
  void thereIsNoControlOfAnotherName() {
    assertThat(SHIPPED.find("no-such-control")).isEmpty();
  }

  private static void pack(Path classes, Path jar) throws IOException {
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out);
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        entries.putNextEntry(
            new JarEntry(classes.relativize(file).toString().replace(File.separatorChar, '/')));
        Files.copy(file, entries);
      }
    }
  }

  private static URL url(Path path) throws MalformedURLException {
    return path.toUri().toURL();
  }

  @Test
  void aBenchmarkChoosesTheEventsThatCount() {
    assertThat(NamedEvents.of(securityGroups().required(Benchmark.CIS_4_0_1)))
        .hasSize(6)
        .isEqualTo(NamedEvents.of(securityGroups().required(Benchmark.SECURITY_HUB)))
        .doesNotContain("ModifySecurityGroupRules");
    assertThat(NamedEvents.of(securityGroups().required(Benchmark.CIS_5_0_0)))
        .hasSize(7)
        .isEqualTo(NamedEvents.of(securityGroups().required(Benchmark.DEFAULT)));
  }

  @Test
  void aBenchmarkWithoutTheControlDoesNotChangeIt() {
    Control organizations = SHIPPED.find("organizations-changes").orElseThrow();
    assertThat(organizations.isIn(Benchmark.CIS_1_2_0)).isFalse();
    assertThat(organizations.isIn(Benchmark.CIS_1_3_0)).isTrue();
    assertThat(organizations.required(Benchmark.CIS_1_2_0)).isEqualTo(organizations.required());
    assertThat(organizations.deployable(Benchmark.CIS_1_2_0))
        .isEqualTo(organizations.required().text());
  }

  @Test
  void remediationDeploysWhatTheBenchmarkPrintsUnlessItIsDefective() {
    Control denials = SHIPPED.find("unauthorized-api-calls").orElseThrow();
    assertThat(denials.deployable(Benchmark.CIS_1_2_0)).doesNotContain("HeadBucket");
    assertThat(denials.deployable(Benchmark.CIS_1_4_0)).isEqualTo(denials.required().text());
    assertThat(denials.deployable(Benchmark.DEFAULT)).contains("HeadBucket");
  }

  @Test
  void ofSeveralTextsTheFirstOfTheEntryIsDeployed() {
    Control signIns = SHIPPED.find("console-signin-without-mfa").orElseThrow();
    assertThat(signIns.deployable(Benchmark.CIS_1_2_0)).doesNotContain("IAMUser");
    assertThat(signIns.deployable(Benchmark.CIS_1_4_0)).contains("IAMUser");
    assertThat(signIns.deployable(Benchmark.DEFAULT)).contains("IAMUser");
  }

  @Test
  void anAccountAddsWhatHoldsForItsOwnRecords() {
    Control control = securityGroups();
    List<FilterPattern> exempt = List.of(FilterPattern.of("{ $.awsRegion = eu-west-3 }"));
    Requirement requirement =
        control.requirement(Benchmark.SECURITY_HUB, exempt, "444455556666", "cn-north-1");
    assertThat(requirement.required()).isEqualTo(control.required(Benchmark.SECURITY_HUB));
    assertThat(requirement.exempt()).isEqualTo(exempt);
    assertThat(requirement.facts()).startsWith(control.facts().toArray(Fact[]::new));
    assertThat(requirement.facts())
        .filteredOn(fact -> !control.facts().contains(fact))
        .extracting(fact -> fact.holds().text())
        .contains("{ $.recipientAccountId = \"444455556666\" }", "{ $.awsRegion = \"cn-*\" }");
    assertThat(requirement.samples())
        .hasSameSizeAs(control.samples())
        .isNotEmpty()
        .allMatch(sample -> requirement.facts().stream().allMatch(f -> f.holds().matches(sample)));
  }

  @Test
  void packsHoldTheirControls() {
    assertThat(SHIPPED.inRuleSet("cis-aws-foundations-1.2.0")).hasSize(14);
    assertThat(SHIPPED.inRuleSet("cis-aws-foundations-7.0.0")).hasSize(15);
    assertThat(SHIPPED.inRuleSet("security-hub-cloudwatch"))
        .hasSize(14)
        .allMatch(
            control -> control.sections().get("security-hub").get(0).startsWith("CloudWatch."));
    assertThat(SHIPPED.inRuleSet(RuleSets.ALL)).isEqualTo(SHIPPED.controls());
  }
}
