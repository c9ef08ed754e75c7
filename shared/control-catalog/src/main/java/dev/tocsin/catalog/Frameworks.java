package dev.tocsin.catalog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The authorities whose section numbers controls carry: the benchmarks, whose sections stand in the
 * rule folders beside the texts they choose, and frameworks to which others map the same controls.
 */
public final class Frameworks {

  /** Whose techniques are chosen for each control, in its own folder. */
  static final String ATTACK = "mitre-attack-v18";

  private static final List<String> FILES =
      List.of(
          "nist-800-53-r5",
          "nist-800-171-r2",
          "nist-csf-2.0",
          "pci-dss-3.2.1",
          "pci-dss-4.0.1",
          "iso-27001-2022",
          "soc-2",
          "hipaa",
          "gdpr",
          "nis2",
          "fedramp-moderate-r4",
          "apra-cps-234",
          "aws-well-architected-security",
          ATTACK);

  private static final List<Framework> ALL = FILES.stream().map(Frameworks::read).toList();

  private Frameworks() {}

  /** Those that are no benchmarks, in the order of the index. */
  public static List<Framework> all() {
    return ALL;
  }

  /** Every id that {@code sections} may have, benchmarks first. */
  public static List<String> ids() {
    List<String> ids =
        new ArrayList<>(Arrays.stream(Benchmark.values()).map(Benchmark::id).toList());
    ids.addAll(FILES);
    return ids;
  }

  /** What the frameworks map to a control, in the order of the index. */
  static Map<String, List<String>> mappedTo(String control) {
    Map<String, List<String>> sections = new LinkedHashMap<>();
    for (Framework framework : ALL) {
      List<String> numbers = framework.mapped().getOrDefault(control, List.of());
      if (!numbers.isEmpty()) {
        sections.put(framework.id(), numbers);
      }
    }
    return sections;
  }

  /** The name people know the framework by, or nothing for an unknown id. */
  public static Optional<String> title(String id) {
    Optional<Benchmark> benchmark = Benchmark.of(id);
    if (benchmark.isEmpty()) {
      return of(id).map(Framework::title);
    }
    return benchmark.map(
        known ->
            known == Benchmark.SECURITY_HUB
                ? "AWS Security Hub"
                : "CIS AWS Foundations " + id.substring("cis-".length()));
  }

  /** The framework of that id, or nothing; no benchmark is one. */
  public static Optional<Framework> of(String id) {
    return ALL.stream().filter(framework -> framework.id().equals(id)).findFirst();
  }

  private static Framework read(String id) {
    String file = "frameworks/" + id + ".json";
    Problems problems = new Problems();
    Problems.Place place = problems.at("shared", file);
    Framework framework = Framework.read(id, Fields.shipped(file, place), place);
    if (!problems.all().isEmpty()) {
      throw new CatalogException(problems.all());
    }
    return framework;
  }
}
