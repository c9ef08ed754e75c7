package dev.tocsin.filterpattern.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tocsin.filterpattern.FilterPattern;
import dev.tocsin.filterpattern.reading.WildcardReading;
import dev.tocsin.filterpattern.syntax.Pattern;
import dev.tocsin.filterpattern.syntax.RandomPatterns;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class PatternMatcherTest {

  @Test
  void anEventAndItsTextGiveTheSameAnswer() {
    Random random = new Random(1);
    RandomPatterns patterns = new RandomPatterns(random);
    RandomEvents events = new RandomEvents(random);
    int matches = 0;
    for (int i = 0; i < 10_000; i++) {
      Pattern pattern = patterns.next();
      FilterPattern filter = FilterPattern.of(pattern);
      JsonNode event = events.next();
      boolean match = filter.matches(event.toString());
      assertThat(filter.matches(event)).as("%s on %s", filter.text(), event).isEqualTo(match);
      matches += match ? 1 : 0;
    }
    assertThat(matches).isBetween(1_000, 9_000);
  }

  @Test
  void whatMatchesLeftmostAlsoMatchesAsGlobUnlessNegated() {
    Random random = new Random(2);
    for (int i = 0; i < 10_000; i++) {
      String word = letters(random, "ab**", 6);
      String text = letters(random, "abab", 8);
      FilterPattern filter = FilterPattern.of("{ $.a = \"" + word + "\" }");
      String event = "{\"a\":\"" + text + "\"}";
      boolean glob = text.matches(word.replace("*", ".*"));
      boolean leftmost = filter.matches(event, WildcardReading.LEFTMOST);
      assertThat(filter.matches(event, WildcardReading.GLOB)).as(word + " " + text).isEqualTo(glob);
      assertThat(glob || !leftmost).as(word + " " + text).isTrue();
      if (word.matches("[*]?[ab]*[*]+|[ab]*")) {
        assertThat(leftmost).as(word + " " + text).isEqualTo(glob);
      }
    }
  }

  @Test
  void textThatIsNotOneObjectNeverMatchesAJsonPattern() {
    FilterPattern filter = FilterPattern.of("{ $.a NOT EXISTS }");

    assertThat(filter.matches("{}")).isTrue();
    assertThat(filter.matches(" {\"b\":1} \n")).isTrue();
    for (String text :
        new String[] {
          "", " ", "[]", "1", "null", "\"x\"", "{} {}", "{} x", "{", "{a:1}", "{'a':1}"
        }) {
      assertThat(filter.matches(text)).as(text).isFalse();
    }
  }

  @Test
  void hostileRegexesTakeLinearTime() {
    String message = "a".repeat(10_000) + "!";
    for (String regex :
        new String[] {"a*a*a*a*a*a*a*b", "^.*a.*a.*a.*b$", "a{1,500}b", "[ab]{1000}c"}) {
      FilterPattern filter = FilterPattern.of("%" + regex + "%");
      assertTimeout(Duration.ofSeconds(8), () -> assertThat(filter.matches(message)).isFalse());
    }
  }

  @Test
  void deepAndLongEventsAreReadWhole() {
    int depth = 20_000;
    String deep = "{\"a\":1,\"b\":" + "[".repeat(depth) + "]".repeat(depth) + "}";
    String digits = "{\"a\":1,\"b\":" + "9".repeat(200_000) + "}";
    FilterPattern filter = FilterPattern.of("{ $.a = 1 && $.b != 1 }");

    assertThat(FilterPattern.of("{ $.a = 1 && $.c NOT EXISTS }").matches(deep)).isTrue();
    assertThatCode(() -> filter.matches(digits)).doesNotThrowAnyException();
    assertThat(FilterPattern.of("{ $.a = 1 }").matches(digits)).isTrue();
  }

  @Test
  void hugeExponentsAreComparedWithoutWritingThemOut() {
    FilterPattern less = FilterPattern.of("{ $.a < 1e2147483647 && $.a > -1e2147483647 }");

    assertThat(less.matches("{\"a\":1}")).isTrue();
    assertThat(less.matches("{\"a\":1e308}")).isTrue();
    assertThat(FilterPattern.of("{ $.a > 1e-2147483647 }").matches("{\"a\":5e-324}")).isTrue();
    assertThat(FilterPattern.of("{ $.a = 1e2147483647 }").matches("{\"a\":1e2147483647}"))
        .isFalse();
  }

  private static String letters(Random random, String alphabet, int most) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(most + 1); i > 0; i--) {
      text.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return text.toString();
  }

  /** Reading a tree with Jackson's own limits must not be what the answer hangs on. */
  @Test
  void aTreeFromAnotherMapperGivesTheSameAnswer() throws Exception {
    JsonNode tree =
        new ObjectMapper().readTree("{\"a\":1e309,\"b\":12345678901234567890,\"c\":1.50}");

    assertThat(FilterPattern.of("{ $.a != 1 }").matches(tree)).isFalse();
    assertThat(FilterPattern.of("{ $.a = \"Infinity\" }").matches(tree)).isTrue();
    assertThat(FilterPattern.of("{ $.b = 1.2345678901234567e19 }").matches(tree)).isTrue();
    assertThat(FilterPattern.of("{ $.c = \"1.5\" }").matches(tree)).isTrue();
  }
}
