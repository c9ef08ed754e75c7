package dev.tocsin.catalog;

import java.util.Arrays;
import java.util.Optional;

/** The authorities whose wording a user can hold an account to, oldest CIS version first. */
public enum Benchmark {
  CIS_1_2_0("cis-1.2.0"),
  CIS_1_3_0("cis-1.3.0"),
  CIS_1_4_0("cis-1.4.0"),
  CIS_1_5_0("cis-1.5.0"),
  CIS_2_0_0("cis-2.0.0"),
  CIS_3_0_0("cis-3.0.0"),
  CIS_4_0_0("cis-4.0.0"),
  CIS_4_0_1("cis-4.0.1"),
  CIS_5_0_0("cis-5.0.0"),
  CIS_6_0_0("cis-6.0.0"),
  CIS_7_0_0("cis-7.0.0"),
  SECURITY_HUB("security-hub");

  /** The newest CIS AWS Foundations Benchmark, which holds when nothing else is asked for. */
  public static final Benchmark DEFAULT = CIS_7_0_0;

  private final String id;

  Benchmark(String id) {
    this.id = id;
  }

  /** The name users write, for example {@code cis-7.0.0}. */
  public String id() {
    return id;
  }

  /** The benchmark of that name, or nothing. */
  public static Optional<Benchmark> of(String id) {
    return Arrays.stream(values()).filter(benchmark -> benchmark.id.equals(id)).findFirst();
  }

  @Override
  public String toString() {
    return id;
  }
}
