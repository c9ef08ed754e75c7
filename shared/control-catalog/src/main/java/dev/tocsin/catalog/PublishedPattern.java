package dev.tocsin.catalog;

import dev.tocsin.filterpattern.FilterPattern;
import dev.tocsin.filterpattern.ParseProblem;
import dev.tocsin.filterpattern.Parsed;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * A text as an authority prints it.
 *
 * @param name the file's name without its ending, for example {@code cis-1.2.0}
 * @param pattern the text read as a pattern; a published text may be one that AWS refuses
 * @param benchmarks the benchmarks that print it, blanks and quotes aside; empty for other guides
 * @param defect what is wrong with it, if anything
 */
public record PublishedPattern(
    String name, Parsed pattern, Set<Benchmark> benchmarks, Optional<Defect> defect) {

  public PublishedPattern {
    benchmarks = Set.copyOf(benchmarks);
  }

  /** The text as published. */
  public String text() {
    return text(pattern);
  }

  private static String text(Parsed parsed) {
    return parsed instanceof FilterPattern filter ? filter.text() : ((ParseProblem) parsed).text();
  }

  /**
   * What is wrong with it, and who prints it, in words.
   *
   * @throws java.util.NoSuchElementException if nothing is
   */
  public String whyItFails() {
    return "as printed by `%s`: %s".formatted(name, defect.orElseThrow().reason());
  }

  /** True iff somebody wrote this text, whatever its blanks and quotes. */
  boolean isWrittenAs(Parsed deployed) {
    if (pattern instanceof FilterPattern printed && deployed instanceof FilterPattern written) {
      return printed.condition().equals(written.condition());
    }
    return withoutBlanks(text()).equals(withoutBlanks(text(deployed)));
  }

  private static String withoutBlanks(String text) {
    return text.replaceAll("\\s+", "");
  }

  /**
   * Why a published text does not do what its authority wants.
   *
   * @param kind what it does instead
   * @param reason why, in a sentence
   */
  public record Defect(Kind kind, String reason) {}

  /** The ways in which published texts fail. */
  public enum Kind {
    /** It does not see every event of the control. */
    MISSES("misses"),
    /** It matches everyday events too, so its alarm never leaves ALARM. */
    FLOODS("floods"),
    /** CloudWatch Logs refuses it. */
    INVALID("invalid");

    private final String id;

    Kind(String id) {
      this.id = id;
    }

    /** The name in {@code control.json}. */
    public String id() {
      return id;
    }

    /** The kind of that name, or nothing. */
    public static Optional<Kind> of(String id) {
      return Arrays.stream(values()).filter(kind -> kind.id.equals(id)).findFirst();
    }
  }
}
