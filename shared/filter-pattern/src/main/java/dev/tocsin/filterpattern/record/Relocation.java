package dev.tocsin.filterpattern.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Moves what a record names to the Region that was chosen for it: ARNs, zones and hosts are of the
 * Region of the call, and ARNs of its partition.
 */
public final class Relocation {
  private static final String REGION = "awsRegion";
  private static final String HOST = "clientProvidedHostHeader";

  private final Pattern from;
  private final String to;
  private final String partitionFrom;
  private final String partitionTo;

  private Relocation(String from, String to) {
    this.from = Pattern.compile("(?<![a-z0-9-])" + Pattern.quote(from) + "(?=[a-f]?(?![a-z0-9-]))");
    this.to = Matcher.quoteReplacement(to);
    this.partitionFrom = "arn:" + partition(from) + ":";
    this.partitionTo = "arn:" + partition(to) + ":";
  }

  /** The record, all of it in its own Region; unchanged if the base is of the same one. */
  public static ObjectNode plausible(ObjectNode record, JsonNode base) {
    String from = base.path(REGION).asText();
    String to = record.path(REGION).asText();
    if (from.isEmpty() || to.isEmpty() || from.equals(to)) {
      return record;
    }
    ObjectNode moved = (ObjectNode) new Relocation(from, to).moved(record);
    moved.set(REGION, record.get(REGION));
    return moved;
  }

  private JsonNode moved(JsonNode node) {
    if (node.isTextual()) {
      String text = node.textValue().replace(partitionFrom, partitionTo);
      return TextNode.valueOf(from.matcher(text).replaceAll(to));
    }
    if (node instanceof ArrayNode array) {
      ArrayNode moved = array.arrayNode();
      array.forEach(element -> moved.add(moved(element)));
      return moved;
    }
    if (node instanceof ObjectNode object) {
      ObjectNode moved = object.objectNode();
      object.properties().forEach(field -> moved.set(field.getKey(), moved(field.getValue())));
      if (!partitionFrom.equals(partitionTo)) {
        // Its domain is another one, which differs by service.
        moved.remove(HOST);
      }
      return moved;
    }
    return node;
  }

  /** The commercial one where none of the others has such Regions. */
  private static String partition(String region) {
    for (JsonNode line : PlausibleData.lines("partitions")) {
      if (region.startsWith(line.get("regions").textValue())) {
        return line.get("id").textValue();
      }
    }
    return "aws";
  }
}
