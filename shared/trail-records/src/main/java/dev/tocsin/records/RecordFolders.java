package dev.tocsin.records;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files that may hold records, in the order of their names. A folder is entered when its turn
 * comes, so that years of deliveries are never listed at once.
 */
public final class RecordFolders {

  private static final Pattern RECORDS =
      Pattern.compile(".*\\.(json|jsonl|ndjson)(\\.(gz|gzip))?|.*\\.(gz|gzip)");

  /** What CloudTrail delivers beside its records to say that they are genuine. */
  private static final String DIGESTS = "CloudTrail-Digest";

  private RecordFolders() {}

  /**
   * A named file as it is; of a folder, all files below it whose names end in {@code .json}, {@code
   * .jsonl}, {@code .ndjson} or {@code .gz}, less CloudTrail's digests. Links in folders are not
   * followed.
   *
   * @throws UncheckedIOException from the stream, if a folder cannot be listed
   */
  public static Stream<RecordSource> of(List<Path> named) {
    return named.stream().flatMap(path -> Files.isDirectory(path) ? below(path) : one(path));
  }

  private static Stream<RecordSource> below(Path folder) {
    List<Path> entries;
    try (Stream<Path> listed = Files.list(folder)) {
      entries = listed.filter(path -> !Files.isSymbolicLink(path)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return entries.stream().flatMap(RecordFolders::entry);
  }

  private static Stream<RecordSource> entry(Path path) {
    String name = path.getFileName().toString();
    if (Files.isDirectory(path)) {
      return name.equals(DIGESTS) ? Stream.empty() : below(path);
    }
    return RECORDS.matcher(name.toLowerCase(Locale.ROOT)).matches() ? one(path) : Stream.empty();
  }

  private static Stream<RecordSource> one(Path file) {
    return Stream.of(RecordSource.of(file));
  }
}
