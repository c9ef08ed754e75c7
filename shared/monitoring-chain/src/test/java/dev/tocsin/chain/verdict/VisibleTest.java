package dev.tocsin.chain.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VisibleTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "f\u001b[31mred | f\\u001b[31mred",
        "a\u0000b\u0085c\u2028d\u2029e | a\\u0000b\\u0085c\\u2028d\\u2029e",
        "left\u202eright | left\\u202eright",
        "a\u200db\ufeffc | a\\u200db\\ufeffc",
        "tag\udb40\udc01x | tag\\udb40\\udc01x",
        "lone\ud83d | lone\\ud83d",
      })
  void whatCannotBeSeenIsEscaped(String text, String shown) {
    assertThat(Visible.of(text)).isEqualTo(shown);
  }

  @Test
  void lineBreaksAreEscaped() {
    assertThat(Visible.of("a\nCOMPLIANT\rb\u000bc\fd"))
        .isEqualTo("a\\u000aCOMPLIANT\\u000db\\u000bc\\u000cd");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "::error::x | \\u003a:error::x",
        "a ::error file=b::x | a \\u003a:error file=b::x",
        "a##vso[task.x]y | a\\u0023#vso[task.x]y",
        "##[error] ##teamcity[x] | \\u0023#[error] \\u0023#teamcity[x]",
      })
  void whatABuildServerObeysIsEscaped(String text, String shown) {
    assertThat(Visible.of(text)).isEqualTo(shown);
    assertThat(Visible.of(shown)).isEqualTo(shown);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "plain",
        "Größe 名前 😀 → …",
        "C:\\u0041 'quoted' `x`",
        "arn:aws:s3:::a and arn:aws:iam::1:role/a",
        "from ::1 and ::ffff:192.0.2.1",
        "## heading [a]"
      })
  void whatCanBeSeenStays(String text) {
    assertThat(Visible.of(text)).isSameAs(text);
  }

  @Test
  void jsonTextStillSaysTheSame() throws JsonProcessingException {
    String all =
        IntStream.range(0, 0x11000)
            .filter(point -> point < 0xd800 || point > 0xdfff)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    all += " ::error::x \\ ##vso[y] \\##[z]";
    String json = new ObjectMapper().writeValueAsString(TextNode.valueOf(all));

    assertThat(new ObjectMapper().readTree(Visible.of(json)).textValue()).isEqualTo(all);
  }
}
