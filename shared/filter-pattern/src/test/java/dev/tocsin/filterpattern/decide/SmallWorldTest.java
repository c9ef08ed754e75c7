package dev.tocsin.filterpattern.decide;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tocsin.filterpattern.Coverage;
import dev.tocsin.filterpattern.FilterPattern;
import dev.tocsin.filterpattern.Requirement;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * All patterns of up to two conditions against all events of a world that tells all these
 * conditions apart: covered iff no event of the world is missed.
 */
final class SmallWorldTest {

  private static final JsonMapper MAPPER = new JsonMapper();

  private static List<JsonNode> world(String... values) throws JsonProcessingException {
    List<JsonNode> world = new ArrayList<>();
    for (String value : values) {
      world.add(MAPPER.readTree(value.isEmpty() ? "{}" : "{\"a\":" + value + "}"));
    }
    return world;
  }

  private static void assertDecided(List<String> conditions, List<JsonNode> world) {
    List<FilterPattern> patterns = new ArrayList<>();
    for (int i = 0; i < conditions.size(); i++) {
      patterns.add(FilterPattern.of("{ " + conditions.get(i) + " }"));
      for (int j = 0; j < i; j++) {
        for (String operator : List.of(" && ", " || ")) {
          patterns.add(
              FilterPattern.of("{ " + conditions.get(i) + operator + conditions.get(j) + " }"));
        }
      }
    }
    List<BitSet> matched = new ArrayList<>();
    for (FilterPattern pattern : patterns) {
      BitSet events = new BitSet();
      for (int i = 0; i < world.size(); i++) {
        events.set(i, pattern.matches(world.get(i)));
      }
      matched.add(events);
    }
    CoverageDecider decider = new CoverageDecider();
    for (int required = 0; required < patterns.size(); required++) {
      Requirement requirement = Requirement.of("test", patterns.get(required));
      for (int deployed = 0; deployed < patterns.size(); deployed++) {
        BitSet missed = (BitSet) matched.get(required).clone();
        missed.andNot(matched.get(deployed));
        Coverage coverage = decider.decide(requirement, List.of(patterns.get(deployed)));
        Class<?> covered =
            matched.get(required).isEmpty() ? Coverage.Vacuous.class : Coverage.Covered.class;
        Class<?> expected = missed.isEmpty() ? covered : Coverage.Missed.class;
        assertThat(coverage)
            .as("%s by %s", patterns.get(required).text(), patterns.get(deployed).text())
            .isInstanceOf(expected);
      }
    }
  }

  @Test
  void oneFieldIsDecidedExactly() throws JsonProcessingException {
    assertDecided(
        List.of(
            "$.a = x",
            "$.a != x",
            "$.a = \"x*\"",
            "$.a = 1",
            "$.a > 1",
            "$.a NOT EXISTS",
            "$.a IS TRUE"),
        world(
            "", "null", "true", "false", "{}", "[]", "\"x\"", "\"xz\"", "\"z\"", "\"1\"", "0", "1",
            "2"));
  }

  @Test
  void fieldsElementsAndWildcardsAreDecidedExactly() throws JsonProcessingException {
    List<String> elements = List.of("\"x\"", "\"z\"", "null");
    List<String> values =
        new ArrayList<>(List.of("", "null", "true", "\"x\"", "\"z\"", "{}", "[]"));
    for (String first : elements) {
      values.add("{\"c\":" + first + "}");
      values.add("{\"e\":" + first + "}");
      values.add("[" + first + "]");
      for (String second : elements) {
        values.add("{\"c\":" + first + ",\"e\":" + second + "}");
        values.add("[" + first + "," + second + "]");
        for (String third : elements) {
          values.add("{\"c\":" + first + ",\"e\":" + second + ",\"f\":" + third + "}");
          values.add("[" + first + "," + second + "," + third + "]");
        }
      }
    }
    assertDecided(
        List.of(
            "$.a = x",
            "$.a IS NULL",
            "$.a.c = x",
            "$.a.c NOT EXISTS",
            "$.a[0] = x",
            "$.a[*] = x",
            "$.a[*] != x"),
        world(values.toArray(new String[0])));
  }
}
