package dev.tocsin.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.filterpattern.Coverage;
import dev.tocsin.filterpattern.EventTest;
import dev.tocsin.filterpattern.FilterPattern;
import dev.tocsin.filterpattern.Requirement;
import dev.tocsin.filterpattern.decide.CoverageDecider;
import dev.tocsin.filterpattern.explain.Correction;
import dev.tocsin.filterpattern.explain.Explainer;
import dev.tocsin.filterpattern.syntax.Expression;
import dev.tocsin.filterpattern.syntax.Pattern;
import dev.tocsin.filterpattern.syntax.PatternPrinter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Corrects every near miss of the controls of the newest benchmark. The records that no correction
 * may ring for are those of all rule folders, and of `corrections/records.jsonl`: one of each kind
 * (service, name, error, sign-in) of the public records that detection rules and documentation
 * carry, without who and where, and some of everyday use.
 */
class CorrectionsTest {

  private static final CoverageDecider DECIDER = new CoverageDecider();
  private static final ControlCatalog CATALOG = ControlCatalog.load();
  private static final List<String> CLAUSES =
      lines("/corrections/clauses.txt").filter(line -> !line.startsWith("#")).toList();

  /** Of the wider near misses, every how many is corrected. */
  private static final int EVERY = Integer.getInteger("tocsin.near-misses.every", 97);

  private static final List<ObjectNode> RECORDS = records();

  static Stream<Control> controls() {
    return CATALOG.controls().stream().filter(control -> control.isIn(Benchmark.DEFAULT));
  }

  /** A pattern that misses something. */
  private record Case(String what, FilterPattern deployed) {}

  /** What covers; one text where the published one is the required one. */
  private static Set<String> texts(Control control) {
    return new LinkedHashSet<>(
        List.of(control.deployable(Benchmark.DEFAULT), control.required().text()));
  }

  private static List<Case> cases(Control control, Requirement requirement) {
    Set<Case> cases = new LinkedHashSet<>();
    for (String text : texts(control)) {
      Map<String, String> near = new LinkedHashMap<>(NearMisses.of(text, CLAUSES));
      int position = 0;
      for (Map.Entry<String, String> one : NearMisses.wider(text).entrySet()) {
        if (position++ % EVERY == 0) {
          near.put(one.getKey(), one.getValue());
        }
      }
      for (Map.Entry<String, String> one : near.entrySet()) {
        FilterPattern pattern = FilterPattern.of(one.getValue());
        if (DECIDER.decideOnly(requirement, List.of(pattern)) instanceof Coverage.Missed) {
          cases.add(new Case(one.getKey(), pattern));
        }
      }
    }
    return List.copyOf(cases);
  }

  @ParameterizedTest
  @MethodSource("controls")
  void correctionsCoverAndRingForNothingThatNobodyAskedFor(Control control) {
    Requirement requirement = control.requirement(Benchmark.DEFAULT, List.of());
    FilterPattern published = requirement.published().orElseThrow();
    Explainer explainer = new Explainer(DECIDER);
    for (Case one : cases(control, requirement)) {
      FilterPattern deployed = one.deployed;
      Correction correction =
          explainer.explain(requirement, List.of(deployed)).correction().orElseThrow();
      String name =
          "%s, %s: `%s` corrected to `%s`"
              .formatted(control.id(), one.what, deployed.text(), correction.pattern());
      FilterPattern corrected = FilterPattern.of(correction.pattern());

      assertThat(DECIDER.decideOnly(requirement, List.of(corrected)))
          .as(name)
          .isInstanceOf(Coverage.Covered.class);
      assertThat(RECORDS)
          .as(name)
          .noneMatch(
              record ->
                  corrected.matches(record)
                      && !deployed.matches(record)
                      && !requirement.required().matches(record)
                      && !published.matches(record));
      if (correction.replaces().isPresent()) {
        assertThat(asked(requirement, corrected, deployed, published)).as(name).isTrue();
        assertThat(leaves(corrected)).as(name).doesNotHaveDuplicates();
        for (FilterPattern shorter : withoutOneClause(deployed)) {
          boolean isGood =
              DECIDER.decideOnly(requirement, List.of(shorter)) instanceof Coverage.Covered
                  && asked(requirement, shorter, deployed, published);
          if (isGood) {
            assertThat(leaves(deployed).size() - leaves(corrected).size())
                .as(name + " where dropping gives " + shorter.text())
                .isBetween(
                    keepsAll(corrected, deployed) ? -1 : 0,
                    leaves(deployed).size() - leaves(shorter).size());
          }
        }
      }
    }
  }

  @Test
  void nearMissesAreMany() {
    long cases =
        controls()
            .mapToLong(
                control -> cases(control, control.requirement(Benchmark.DEFAULT, List.of())).size())
            .sum();
    assertThat(cases).isGreaterThan(680 + 5_700 / EVERY);
  }

  private static boolean asked(
      Requirement requirement,
      FilterPattern pattern,
      FilterPattern deployed,
      FilterPattern published) {
    Requirement bare =
        new Requirement(requirement.name(), pattern, List.of(), List.of(), requirement.samples());
    List<EventTest> asked = List.of(requirement.required(), deployed, published, meant(deployed));
    return requirement.silent().stream()
            .filter(silent -> !deployed.matches(silent) && !meant(deployed).matches(silent))
            .noneMatch(pattern::matches)
        && DECIDER.decideOnly(bare, asked) instanceof Coverage.Covered;
  }

  /**
   * {@code = false} says nothing of a boolean, and {@code $.detail.} of a record that a filter
   * reads, though they are meant to.
   */
  private static FilterPattern meant(FilterPattern deployed) {
    return FilterPattern.of(
        deployed
            .text()
            .replace("= false", "IS FALSE")
            .replace("= true", "IS TRUE")
            .replace("$.detail.", "$."));
  }

  /** As where {@code a != x} became {@code a NOT EXISTS || a != x}, and so keeps what it said. */
  private static boolean keepsAll(FilterPattern corrected, FilterPattern deployed) {
    return leaves(corrected).containsAll(leaves(deployed));
  }

  private static List<String> leaves(FilterPattern pattern) {
    List<String> leaves = new ArrayList<>();
    collect(((Pattern.Json) pattern.syntax()).expression(), leaves);
    return leaves;
  }

  private static void collect(Expression expression, List<String> leaves) {
    if (expression instanceof Expression.And and) {
      and.parts().forEach(part -> collect(part, leaves));
    } else if (expression instanceof Expression.Or or) {
      or.parts().forEach(part -> collect(part, leaves));
    } else {
      leaves.add(PatternPrinter.print(expression).replace("\"", ""));
    }
  }

  private static List<FilterPattern> withoutOneClause(FilterPattern pattern) {
    List<FilterPattern> shorter = new ArrayList<>();
    if (((Pattern.Json) pattern.syntax()).expression() instanceof Expression.And and) {
      for (int i = 0; i < and.parts().size(); i++) {
        List<Expression> others = new ArrayList<>(and.parts());
        others.remove(i);
        Expression rest = others.size() == 1 ? others.get(0) : new Expression.And(others);
        shorter.add(FilterPattern.of(PatternPrinter.print(new Pattern.Json(rest))));
      }
    }
    return shorter;
  }

  private static List<ObjectNode> records() {
    ObjectMapper json = new ObjectMapper();
    List<ObjectNode> records = new ArrayList<>();
    lines("/corrections/records.jsonl")
        .forEach(
            line -> {
              try {
                records.add((ObjectNode) json.readTree(line));
              } catch (IOException e) {
                throw new AssertionError(line, e);
              }
            });
    for (Control control : CATALOG.controls()) {
      control.examples().forEach(example -> records.add(example.event()));
      control.silent().forEach(example -> records.add(example.event()));
    }
    return records;
  }

  private static Stream<String> lines(String resource) {
    try (InputStream in = CorrectionsTest.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines();
    } catch (IOException e) {
      throw new AssertionError(resource, e);
    }
  }
}
