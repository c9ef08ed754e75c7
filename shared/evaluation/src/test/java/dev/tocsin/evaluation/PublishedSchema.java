package dev.tocsin.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** A published description of JSON. */
final class PublishedSchema {
  private static final Path FOLDER =
      Path.of(System.getProperty("tocsin.root"), "shared/docs/schemas");

  private final JsonSchema schema;

  /** Reads it from the repository. */
  PublishedSchema(String file) {
    try {
      schema =
          JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
              .getSchema(Files.readString(FOLDER.resolve(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a document has against it; empty iff it is as described. */
  Set<ValidationMessage> problems(JsonNode document) {
    return schema.validate(document);
  }
}
