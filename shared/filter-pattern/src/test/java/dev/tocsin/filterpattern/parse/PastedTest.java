package dev.tocsin.filterpattern.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.filterpattern.Coverage;
import dev.tocsin.filterpattern.FilterPattern;
import dev.tocsin.filterpattern.ParseProblem;
import dev.tocsin.filterpattern.Requirement;
import dev.tocsin.filterpattern.decide.CoverageDecider;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts as people paste them: each is answered with the pattern that was meant. */
class PastedTest {
  private static final Pattern SHOWN = Pattern.compile(".*: `(\\{.*\\})`", Pattern.DOTALL);

  @ParameterizedTest
  @MethodSource("rows")
  void answersWithWhatWasMeant(String row) {
    String[] cells = row.split("\t", -1);
    String fix = ((ParseProblem) FilterPattern.parse(unescape(cells[0]))).fix();
    if (!cells[1].startsWith("{")) {
      assertThat(fix).contains(cells[1]);
      return;
    }
    Matcher shown = SHOWN.matcher(fix);
    assertThat(shown.matches()).as(fix).isTrue();
    FilterPattern mended = FilterPattern.of(shown.group(1));
    FilterPattern meant = FilterPattern.of(cells[1]);

    assertThat(List.of(covers(mended, meant), covers(meant, mended))).as(fix).containsOnly(true);
  }

  private static boolean covers(FilterPattern required, FilterPattern deployed) {
    Requirement bare = new Requirement("pasted", required, List.of(), List.of(), List.of());
    return new CoverageDecider().decide(bare, List.of(deployed)) instanceof Coverage.Covered;
  }

  static List<String> rows() throws IOException {
    try (InputStream in = PastedTest.class.getResourceAsStream("/parse/pasted.tsv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("# "))
          .toList();
    }
  }

  private static String unescape(String cell) {
    return Pattern.compile("\\\\(u[0-9a-f]{4}|.)")
        .matcher(cell)
        .replaceAll(
            match -> {
              String code = match.group(1);
              return Matcher.quoteReplacement(
                  switch (code.charAt(0)) {
                    case 'n' -> "\n";
                    case 'r' -> "\r";
                    case 't' -> "\t";
                    case 'u' -> Character.toString(Integer.parseInt(code.substring(1), 16));
                    default -> code;
                  });
            });
  }
}
