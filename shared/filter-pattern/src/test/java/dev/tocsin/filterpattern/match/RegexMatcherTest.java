package dev.tocsin.filterpattern.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.filterpattern.FilterPattern;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class RegexMatcherTest {
  private static final String[] ATOMS = {
    "a", "b", ".", "\\d", "\\W", "[ab]", "[^a]", "[a-b1]", "\\x61", "^", "$"
  };
  private static final String[] QUANTIFIERS = {
    "", "", "", "*", "+", "?", "{2}", "{1,2}", "{2,}", "+?"
  };

  /** On one line of ASCII the subset means the same in every engine. */
  @Test
  void findsWhatTheJdkFinds() {
    Random random = new Random(7);
    int found = 0;
    for (int i = 0; i < 5_000; i++) {
      String regex = regex(random);
      FilterPattern filter = FilterPattern.of("%" + regex + "%");
      Pattern jdk = Pattern.compile(regex);
      for (int j = 0; j < 5; j++) {
        String text = text(random);
        boolean expected = jdk.matcher(text).find();
        assertThat(filter.matches(text)).as("%s on `%s`", regex, text).isEqualTo(expected);
        found += expected ? 1 : 0;
      }
    }
    assertThat(found).isBetween(5_000, 20_000);
  }

  private static String regex(Random random) {
    StringBuilder regex = new StringBuilder();
    for (int alternative = random.nextInt(2); alternative >= 0; alternative--) {
      for (int part = random.nextInt(4); part >= 0; part--) {
        String atom = ATOMS[random.nextInt(ATOMS.length)];
        boolean anchor = atom.equals("^") || atom.equals("$");
        String quantifier = QUANTIFIERS[random.nextInt(QUANTIFIERS.length)];
        regex.append(atom).append(anchor ? "" : quantifier);
      }
      regex.append(alternative > 0 ? "|" : "");
    }
    return regex.toString();
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(6); i > 0; i--) {
      text.append("ab1-".charAt(random.nextInt(4)));
    }
    return text.toString();
  }
}
