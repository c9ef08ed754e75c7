package dev.tocsin.filterpattern.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Trees and texts are those that the JSON library's mapper makes. */
class JsonTreeTest {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        " null ",
        "true",
        "\"\\u00e9\\ud83d\\ude00 \\\" \\\\ \\n \\u0000\"",
        "-0",
        "2147483647",
        "2147483648",
        "-9223372036854775808",
        "9223372036854775808",
        "1.0",
        "1e3",
        "1e400",
        "0.1000000000000000055511151231257827",
        "{\"a\":{\"b\":[1,{\"c\":null},[]],\"d\":{}},\"e\":false,\"\":\"\"}",
        "[[[[\"deep\"],2],{\"x\":[3]}],4]",
        "",
        "  \n"
      })
  void readsAndWritesAsTheMapperDoes(String text) throws Exception {
    JsonNode tree = JsonTree.read(text);

    assertThat(tree).isEqualTo(MAPPER.readTree(text));
    if (!tree.isMissingNode()) {
      assertThat(JsonTree.text(tree)).isEqualTo(MAPPER.writeValueAsString(tree));
      assertThat(JsonTree.indented(tree)).isEqualTo(tree.toPrettyString());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{", "[1,", "1 2", "{} x", "{\"a\":1,\"a\":2}", "[1]]", "nul", "\"a", "01"})
  void refusesWhatIsNotOneValue(String text) {
    assertThatThrownBy(() -> JsonTree.read(text)).isInstanceOf(JsonProcessingException.class);
  }
}
