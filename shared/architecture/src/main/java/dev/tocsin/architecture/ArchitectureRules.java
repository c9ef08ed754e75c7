package dev.tocsin.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * The rules of every module, read from its own words. A module's {@code ArchitectureTest} extends
 * this class and runs in the module's directory, as Maven runs tests. One instance for all rules:
 * reading the module's classes takes longer than checking them.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ArchitectureRules {

  private final String base;
  private final Sources sources = Sources.below(Path.of("src/main/java"));
  private final JavaClasses classes;

  /**
   * Rules for the module of this package.
   *
   * @param base the package that all packages of the module are in, for example {@code
   *     dev.tocsin.chain}
   */
  protected ArchitectureRules(String base) {
    this.base = base;
    this.classes =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(base);
  }

  /**
   * Public types outside the base package that only other modules use, by simple name: with the
   * base package, the face of the module.
   */
  protected Set<String> face() {
    return Set.of();
  }

  /** Names in {@code CamelCase} that comments may hold though no class has them: AWS's words. */
  protected Set<String> wordsOfOthers() {
    return Set.of();
  }

  /** Every package says what it must not import, and does not; the base package for all. */
  @Test
  void packagesKeepTheirPromises() {
    assertFalse(sources.packages().isEmpty(), "no package-info.java below src/main/java");
    for (Promise promise : sources.promises()) {
      List<String> forbidden = promise.packages(base, packageNames());
      if (!forbidden.isEmpty()) {
        noClasses()
            .that()
            .resideInAPackage(promise.of().equals(base) ? base + ".." : promise.of())
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(forbidden.toArray(String[]::new))
            .because("its package-info.java says so")
            .allowEmptyShould(true)
            .check(classes);
      }
    }
  }

  /** No packages depend on each other in a circle; the base package, which shows them, aside. */
  @Test
  void packagesFormNoCircle() {
    slices()
        .matching(base + ".(**)")
        .should()
        .beFreeOfCycles()
        .allowEmptyShould(true)
        .check(classes);
  }

  /** A public type is used by another package, or it is the face. */
  @Test
  void whatIsPublicIsUsedElsewhere() {
    Set<String> unused = new TreeSet<>();
    for (JavaClass type : classes) {
      boolean isShown = type.getPackageName().equals(base);
      if (!isShown && type.isTopLevelClass() && type.getModifiers().contains(JavaModifier.PUBLIC)) {
        boolean isUsed =
            type.getDirectDependenciesToSelf().stream()
                .anyMatch(use -> !use.getOriginClass().getPackage().equals(type.getPackage()));
        if (!isUsed) {
          unused.add(type.getSimpleName());
        }
      }
    }
    assertEquals(
        String.join("\n", new TreeSet<>(face())),
        String.join("\n", unused),
        "public types that no other package of the module uses: make them package-private, or"
            + " list them as the face");
  }

  /** Names of classes in comments are names of classes. */
  @Test
  void namesInCommentsResolve() {
    Names names = Names.of(classes, wordsOfOthers());
    Set<String> unknown = new TreeSet<>();
    sources.files().forEach(file -> unknown.addAll(names.unknownIn(file)));
    assertEquals("", String.join("\n", unknown), "comments name classes that do not exist");
  }

  private Set<String> packageNames() {
    Set<String> names = new TreeSet<>();
    classes.forEach(type -> names.add(type.getPackageName()));
    return names;
  }
}
