package dev.tocsin.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.xml.sax.SAXException;

/** The published schemas of the formats; {@code $comment} in each says where it comes from. */
final class Schemas {

  private Schemas() {}

  static Set<ValidationMessage> sarif(JsonNode document) {
    return validate("/schemas/sarif-2.1.0.schema.json", VersionFlag.V4, document);
  }

  static Set<ValidationMessage> asff(JsonNode document) {
    return validate("/schemas/asff.schema.json", VersionFlag.V202012, document);
  }

  static Set<ValidationMessage> ocsf(JsonNode document) {
    return validate(
        "/schemas/ocsf-compliance-finding-1.3.0.schema.json", VersionFlag.V202012, document);
  }

  /** Our own. */
  static Set<ValidationMessage> verdict(JsonNode document) {
    Path file =
        Path.of(
            System.getProperty("tocsin.root"), "shared/docs/schemas/tocsin-verdict-1.schema.json");
    try {
      return JsonSchemaFactory.getInstance(VersionFlag.V202012)
          .getSchema(Files.readString(file))
          .validate(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Throws what the document has against it. */
  static void junit(String document) throws SAXException, IOException {
    SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
        .newSchema(Schemas.class.getResource("/schemas/junit.xsd"))
        .newValidator()
        .validate(new StreamSource(new StringReader(document)));
  }

  private static Set<ValidationMessage> validate(
      String resource, VersionFlag version, JsonNode document) {
    try (InputStream schema = Schemas.class.getResourceAsStream(resource)) {
      return JsonSchemaFactory.getInstance(version).getSchema(schema).validate(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
