package dev.tocsin.cli.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Gives every {@link FuzzTarget} its corpus, and texts made of it by cutting, repeating and
 * joining; {@code -Dtocsin.fuzz=N} says how many. What Jazzer or this finds is put into the corpus.
 */
class FuzzTest {
  private static final Path CORPUS =
      Path.of(
          System.getProperty("tocsin.root"), "shared/cli/src/test/resources/dev/tocsin/cli/fuzz");
  private static final int LONGEST = 20_000;

  @ParameterizedTest
  @EnumSource
  void noTextIsTooMuch(FuzzTarget target) throws IOException {
    List<String> corpus = corpus(target);
    assertThat(corpus).hasSizeGreaterThanOrEqualTo(3);
    corpus.forEach(target::take);
    int texts = Integer.getInteger("tocsin.fuzz", target == FuzzTarget.SNAPSHOT ? 60 : 200);
    for (int seed = 0; seed < texts; seed++) {
      String text = made(corpus, new Random(seed));
      try {
        target.take(text);
      } catch (RuntimeException | Error fault) {
        throw new AssertionError("seed " + seed + " of " + target + ": " + text, fault);
      }
    }
  }

  private static List<String> corpus(FuzzTarget target) throws IOException {
    try (Stream<Path> files = Files.list(CORPUS.resolve(target.name()))) {
      return files.sorted().map(FuzzTest::text).toList();
    }
  }

  /** Corpora hold bytes that are no UTF-8, too. */
  private static String text(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String made(List<String> corpus, Random random) {
    String text = corpus.get(random.nextInt(corpus.size()));
    for (int edits = 1 + random.nextInt(4); edits > 0 && !text.isEmpty(); edits--) {
      String other = corpus.get(random.nextInt(corpus.size()));
      int from = random.nextInt(text.length());
      int to = from + random.nextInt(Math.min(12, text.length() - from)) + 1;
      String piece = text.substring(from, Math.min(to, text.length()));
      String before = text.substring(0, from);
      String after = text.substring(Math.min(to, text.length()));
      text =
          switch (random.nextInt(5)) {
            case 0 -> before + after;
            case 1 -> before + piece.repeat(1 + random.nextInt(40)) + after;
            case 2 -> before + other.substring(random.nextInt(other.length() + 1));
            case 3 -> before + (char) random.nextInt(0x2100) + after;
            default -> before + (random.nextInt() >> random.nextInt(32)) + after;
          };
      text = text.substring(0, Math.min(text.length(), LONGEST));
    }
    return text;
  }
}
