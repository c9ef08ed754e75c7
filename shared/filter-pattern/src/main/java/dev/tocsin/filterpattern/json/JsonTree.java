package dev.tocsin.filterpattern.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteConstraints;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TreeTraversingParser;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Reads and writes trees of JSON. Cost: one walk, however deep the tree is. */
public final class JsonTree {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** Refuses a key that is there twice: nobody knows which of the two was meant. */
  private static final JsonFactory STRICT =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamWriteConstraints(
              StreamWriteConstraints.builder().maxNestingDepth(Integer.MAX_VALUE).build())
          .build();

  private JsonTree() {}

  /**
   * The value that a text is; a missing node for a blank text.
   *
   * @throws JsonProcessingException iff it is no JSON, goes on after it, or has a key twice
   */
  public static JsonNode read(String text) throws JsonProcessingException {
    return read(STRICT, text);
  }

  /**
   * The same by the limits and the rules for keys of a factory.
   *
   * @throws JsonProcessingException iff it is no JSON by those, or goes on after it
   */
  public static JsonNode read(JsonFactory json, String text) throws JsonProcessingException {
    try (JsonParser parser = json.createParser(text)) {
      JsonNode value = parser.nextToken() == null ? MissingNode.getInstance() : tree(parser);
      if (parser.nextToken() != null) {
        throw new JsonParseException(parser, "something follows the value");
      }
      return value;
    } catch (JsonProcessingException notJson) {
      throw notJson;
    } catch (IOException impossible) {
      throw new UncheckedIOException("a text in memory is always readable", impossible);
    }
  }

  /** A file of the class path, which is JSON in UTF-8. */
  public static JsonNode resource(Class<?> beside, String name) {
    try {
      return read(ClassPathText.of(beside, name));
    } catch (JsonProcessingException notJson) {
      throw new UncheckedIOException("cannot read `" + name + "` from the class path", notJson);
    }
  }

  /** A file of the class path, each line of which is JSON in UTF-8. */
  public static List<JsonNode> resourceLines(Class<?> beside, String name) {
    List<JsonNode> lines = new ArrayList<>();
    try {
      for (String line : ClassPathText.of(beside, name).split("\n", 0)) {
        lines.add(read(line));
      }
    } catch (JsonProcessingException notJson) {
      throw new UncheckedIOException("cannot read `" + name + "` from the class path", notJson);
    }
    return List.copyOf(lines);
  }

  /** The tree's text on one line, without blanks between tokens. */
  public static String text(JsonNode tree) {
    return written(tree, false);
  }

  /** The tree's text, indented by two blanks a level. */
  public static String indented(JsonNode tree) {
    return written(tree, true);
  }

  private static String written(JsonNode tree, boolean indented) {
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = STRICT.createGenerator(text);
        JsonParser parser = new TreeTraversingParser(tree)) {
      if (indented) {
        generator.setPrettyPrinter(new DefaultPrettyPrinter());
      }
      parser.nextToken();
      generator.copyCurrentStructure(parser);
    } catch (IOException impossible) {
      throw new UncheckedIOException("a tree is always writable", impossible);
    }
    return text.toString();
  }

  /** The value that the parser stands at. */
  private static JsonNode tree(JsonParser parser) throws IOException {
    if (!parser.currentToken().isStructStart()) {
      return plain(parser);
    }
    ContainerNode<?> root = container(parser);
    Deque<ContainerNode<?>> open = new ArrayDeque<>();
    open.push(root);
    while (!open.isEmpty()) {
      JsonToken token = parser.nextToken();
      if (token.isStructEnd()) {
        open.pop();
      } else if (token != JsonToken.FIELD_NAME) {
        JsonNode value = token.isStructStart() ? container(parser) : plain(parser);
        if (open.peek() instanceof ObjectNode object) {
          object.set(parser.currentName(), value);
        } else {
          ((ArrayNode) open.peek()).add(value);
        }
        if (value instanceof ContainerNode<?> inner) {
          open.push(inner);
        }
      }
    }
    return root;
  }

  private static ContainerNode<?> container(JsonParser parser) {
    return parser.hasToken(JsonToken.START_OBJECT) ? NODES.objectNode() : NODES.arrayNode();
  }

  private static JsonNode plain(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case VALUE_STRING -> NODES.textNode(parser.getText());
      case VALUE_TRUE -> NODES.booleanNode(true);
      case VALUE_FALSE -> NODES.booleanNode(false);
      case VALUE_NULL -> NODES.nullNode();
      case VALUE_NUMBER_INT -> whole(parser);
      default -> NODES.numberNode(parser.getDoubleValue());
    };
  }

  private static JsonNode whole(JsonParser parser) throws IOException {
    return switch (parser.getNumberType()) {
      case INT -> NODES.numberNode(parser.getIntValue());
      case LONG -> NODES.numberNode(parser.getLongValue());
      default -> NODES.numberNode(parser.getBigIntegerValue());
    };
  }
}
