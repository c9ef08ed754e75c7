package dev.tocsin.catalog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The authorities whose section numbers controls carry: the benchmarks, and frameworks to which AWS
 * Security Hub, Prowler or Powerpipe map the same checks.
 */
public final class Frameworks {

  /** Titles by id, for frameworks that are not benchmarks, in the order of the index. */
  private static final Map<String, String> OTHERS = new LinkedHashMap<>();

  static {
    OTHERS.put("nist-800-53-r5", "NIST SP 800-53 r5");
    OTHERS.put("nist-800-171-r2", "NIST SP 800-171 r2");
    OTHERS.put("nist-csf-2.0", "NIST CSF 2.0");
    OTHERS.put("pci-dss-3.2.1", "PCI DSS 3.2.1");
    OTHERS.put("pci-dss-4.0", "PCI DSS 4.0");
    OTHERS.put("iso-27001-2022", "ISO/IEC 27001:2022");
    OTHERS.put("soc-2", "SOC 2");
    OTHERS.put("hipaa", "HIPAA Security Rule");
    OTHERS.put("nis2", "NIS2");
    OTHERS.put("mitre-attack", "MITRE ATT&CK");
  }

  private Frameworks() {}

  /** Every id that {@code sections} may use, benchmarks first. */
  public static List<String> ids() {
    List<String> ids =
        new ArrayList<>(Arrays.stream(Benchmark.values()).map(Benchmark::id).toList());
    ids.addAll(OTHERS.keySet());
    return ids;
  }

  /** The name people know the framework by, or nothing for an unknown id. */
  public static Optional<String> title(String id) {
    Optional<Benchmark> benchmark = Benchmark.of(id);
    if (benchmark.isEmpty()) {
      return Optional.ofNullable(OTHERS.get(id));
    }
    return benchmark.map(
        known ->
            known == Benchmark.SECURITY_HUB
                ? "AWS Security Hub"
                : "CIS AWS Foundations " + id.substring("cis-".length()));
  }
}
