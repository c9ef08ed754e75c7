package dev.tocsin.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The stored queries ask for what AWS Config's published schema has, and find our packs alone. */
class StoredQueriesTest {

  private static final String TYPE = "AWS::Config::ConformancePackCompliance";
  private static final Pattern EXPRESSION =
      Pattern.compile("QueryExpression: >-\\n((?: {8}.*\\n)+)", Pattern.MULTILINE);
  private static final Pattern QUERY = Pattern.compile("SELECT (.+) WHERE (.+)");
  private static final Pattern CONDITION = Pattern.compile("(\\S+) (=|LIKE) '([^']*)'");

  private final JsonNode schema;

  StoredQueriesTest() throws IOException {
    try (InputStream json =
        StoredQueriesTest.class.getResourceAsStream("conformance-pack-compliance.json")) {
      schema = new ObjectMapper().readTree(json);
    }
  }

  static List<String> queries() throws IOException {
    Path template =
        Path.of(System.getProperty("tocsin.root"), "cloudformation/security-hub/aggregator.yaml");
    return EXPRESSION
        .matcher(Files.readString(template))
        .results()
        .map(found -> found.group(1).strip().replaceAll("\\s+", " "))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("queries")
  void everyPropertyIsPublished(String query) {
    List<String> known = new ArrayList<>();
    schema.path("properties").forEach(property -> known.add(property.asText()));
    assertThat(named(query)).isNotEmpty().isSubsetOf(known);
  }

  @ParameterizedTest
  @MethodSource("queries")
  void ourPacksAreFoundAndNoOthers(String query) {
    assertThat(names(item -> matches(query, item)))
        .isEqualTo(names(item -> item.path("asked").asBoolean()));
  }

  private List<String> names(Predicate<JsonNode> wanted) {
    return StreamSupport.stream(schema.path("items").spliterator(), false)
        .filter(wanted)
        .map(item -> item.path("name").asText())
        .toList();
  }

  private static List<String> named(String query) {
    MatchResult parts = parts(query);
    return Stream.concat(
            Stream.of(parts.group(1).split(", ")),
            CONDITION.matcher(parts.group(2)).results().map(found -> found.group(1)))
        .map(name -> name.replace("(", ""))
        .toList();
  }

  /** As AWS Config reads it: conditions joined by AND, alternatives by OR in parentheses. */
  private static boolean matches(String query, JsonNode item) {
    return Stream.of(parts(query).group(2).split(" AND "))
        .allMatch(
            part ->
                CONDITION.matcher(part.replace("(", "")).results().anyMatch(c -> holds(c, item)));
  }

  private static boolean holds(MatchResult condition, JsonNode item) {
    String name = condition.group(1);
    String value = name.equals("resourceType") ? TYPE : item.path(name).asText();
    String wanted = condition.group(3);
    return condition.group(2).equals("=")
        ? value.equals(wanted)
        : value.startsWith(wanted.substring(0, wanted.indexOf('%')));
  }

  private static MatchResult parts(String query) {
    return QUERY.matcher(query).results().findFirst().orElseThrow();
  }
}
