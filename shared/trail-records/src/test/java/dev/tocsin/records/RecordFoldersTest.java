package dev.tocsin.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RecordFoldersTest {

  @Test
  void entersFoldersInOrder(@TempDir Path folder) throws IOException {
    for (String name :
        List.of(
            "AWSLogs/1/CloudTrail/eu-west-1/2025/01/02/b.json.gz",
            "AWSLogs/1/CloudTrail/eu-west-1/2025/01/01/z.JSON.GZ",
            "AWSLogs/1/CloudTrail/eu-west-1/2025/01/02/a.json",
            "AWSLogs/1/CloudTrail-Digest/eu-west-1/2025/d.json.gz",
            "export.jsonl",
            "notes.txt")) {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, "");
    }
    Files.createSymbolicLink(folder.resolve("loop"), folder);
    Path named = folder.resolve("notes.txt");

    assertThat(RecordFolders.of(List.of(named, folder)).map(RecordSource::name))
        .map(name -> folder.relativize(Path.of(name)).toString())
        .containsExactly(
            "notes.txt",
            "AWSLogs/1/CloudTrail/eu-west-1/2025/01/01/z.JSON.GZ",
            "AWSLogs/1/CloudTrail/eu-west-1/2025/01/02/a.json",
            "AWSLogs/1/CloudTrail/eu-west-1/2025/01/02/b.json.gz",
            "export.jsonl");
  }
}
