package dev.tocsin.records;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/**
 * Builds trees of what {@link Fields} asks for. Numbers keep the digits they were written with; of
 * a member that stands twice, the last counts. Depth is bounded by Jackson's own limit.
 */
final class Trees {

  static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxStringLength(2 * RecordBytes.LONGEST) // never reached
                  .build())
          .enable(StreamReadFeature.USE_FAST_BIG_NUMBER_PARSER)
          .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
          .build();

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private Trees() {}

  /** An empty object. */
  static ObjectNode object() {
    return NODES.objectNode();
  }

  /** The value that begins at the current token; ends on its last token. */
  static JsonNode value(JsonParser parser, Fields fields) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> {
        ObjectNode object = NODES.objectNode();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
          member(parser, fields, object);
        }
        yield object;
      }
      case START_ARRAY -> array(parser, fields);
      case VALUE_STRING -> NODES.textNode(parser.getText());
      case VALUE_NUMBER_INT -> integer(parser);
      case VALUE_NUMBER_FLOAT -> NODES.numberNode(parser.getDecimalValue());
      case VALUE_TRUE -> NODES.booleanNode(true);
      case VALUE_FALSE -> NODES.booleanNode(false);
      default -> NODES.nullNode();
    };
  }

  /** The member whose name is the current token; ends on its value's last token. */
  static void member(JsonParser parser, Fields fields, ObjectNode into) throws IOException {
    String name = parser.currentName();
    Fields wanted = fields.of(name);
    parser.nextToken();
    if (wanted == null) {
      parser.skipChildren();
    } else {
      into.set(name, value(parser, wanted));
    }
  }

  private static ArrayNode array(JsonParser parser, Fields fields) throws IOException {
    ArrayNode array = NODES.arrayNode();
    if (fields.whole()) {
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        array.add(value(parser, fields));
      }
    } else {
      parser.skipChildren(); // Nothing below it has a name.
    }
    return array;
  }

  private static JsonNode integer(JsonParser parser) throws IOException {
    return switch (parser.getNumberType()) {
      case INT -> NODES.numberNode(parser.getIntValue());
      case LONG -> NODES.numberNode(parser.getLongValue());
      default -> NODES.numberNode(parser.getBigIntegerValue());
    };
  }
}
