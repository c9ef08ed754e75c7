package dev.tocsin.catalog;

import java.util.List;
import java.util.Map;

/** The names under which rules are packed together: one conformance pack each. */
public final class RuleSets {

  /** Every control. */
  public static final String ALL = "all";

  /** The packs that follow an authority, and the benchmark that decides who is in. */
  public static final Map<String, Benchmark> BENCHMARKS =
      Map.of(
          "cis-aws-foundations-1.2.0", Benchmark.CIS_1_2_0,
          "cis-aws-foundations-1.4.0", Benchmark.CIS_1_4_0,
          "cis-aws-foundations-3.0.0", Benchmark.CIS_3_0_0,
          "cis-aws-foundations-5.0.0", Benchmark.CIS_5_0_0,
          "cis-aws-foundations-7.0.0", Benchmark.CIS_7_0_0,
          "security-hub-cloudwatch", Benchmark.SECURITY_HUB);

  /** Every known name, in the order in which the packs are listed. */
  public static final List<String> KNOWN =
      List.of(
          "cis-aws-foundations-1.2.0",
          "cis-aws-foundations-1.4.0",
          "cis-aws-foundations-3.0.0",
          "cis-aws-foundations-5.0.0",
          "cis-aws-foundations-7.0.0",
          "security-hub-cloudwatch",
          "guides",
          "tamper-detection",
          "identity-and-access",
          "data-exposure-and-ransom",
          "network",
          "resource-hijacking",
          ALL);

  private RuleSets() {}
}
