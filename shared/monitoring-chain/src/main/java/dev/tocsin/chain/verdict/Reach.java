package dev.tocsin.chain.verdict;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether something leads to a person.
 *
 * @param findings why not; empty iff it does
 * @param evidence the links that hold, also where another is broken
 * @param notes what else the reader should know
 */
public record Reach(List<Finding> findings, List<Evidence> evidence, List<String> notes) {

  public Reach {
    findings = List.copyOf(findings);
    evidence = List.copyOf(evidence);
    notes = List.copyOf(notes);
  }

  /** It leads there over these links. */
  public static Reach reaches(List<Evidence> evidence) {
    return new Reach(List.of(), evidence, List.of());
  }

  /** It does not, for these reasons. */
  public static Reach broken(List<Finding> findings) {
    if (findings.isEmpty()) {
      throw new IllegalArgumentException("a broken link has a finding");
    }
    return new Reach(findings, List.of(), List.of());
  }

  /** It does not, for these reasons, though these links on the way hold. */
  public static Reach broken(List<Finding> findings, List<Evidence> evidence) {
    return new Reach(broken(findings).findings(), evidence, List.of());
  }

  /** The same way, reached over one more link that holds. */
  public Reach behind(Evidence link) {
    List<Evidence> longer = new ArrayList<>(List.of(link));
    longer.addAll(evidence);
    return new Reach(findings, longer, notes);
  }

  /** True iff a person is told. */
  public boolean reaches() {
    return findings.isEmpty();
  }
}
