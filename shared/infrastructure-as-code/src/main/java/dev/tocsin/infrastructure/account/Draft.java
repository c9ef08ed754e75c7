package dev.tocsin.infrastructure.account;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.infrastructure.resource.Doubt;
import dev.tocsin.infrastructure.resource.Resource;
import dev.tocsin.infrastructure.resource.Types;
import dev.tocsin.infrastructure.resource.Unknown;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The account in the making: what every part reads and writes. */
final class Draft {
  private final Circumstances circumstances;
  private final List<Resource> resources;
  private final Map<String, ObjectNode> regions = new TreeMap<>();
  private final ArrayNode trails = JsonNodeFactory.instance.arrayNode();
  private final Places places = new Places();
  private final List<LeftOut> leftOut = new ArrayList<>();

  Draft(Circumstances circumstances, List<Resource> resources) {
    this.circumstances = circumstances;
    this.resources = List.copyOf(resources);
    in(circumstances.region());
    resources.forEach(resource -> in(resource.region()));
  }

  Circumstances circumstances() {
    return circumstances;
  }

  /** The resources of a type, in the order they were written. */
  List<Resource> of(String type) {
    return resources.stream().filter(resource -> resource.type().equals(type)).toList();
  }

  Stream<String> regionNames() {
    return regions.keySet().stream();
  }

  /** That Region. */
  ObjectNode in(String region) {
    return regions.computeIfAbsent(region, name -> JsonNodeFactory.instance.objectNode());
  }

  /** The objects that a Region lists under a member. */
  ArrayNode list(String region, String member) {
    return in(region).withArray(member);
  }

  /** The listed object whose member has that text. */
  Optional<ObjectNode> find(String region, String list, String member, String text) {
    for (JsonNode entry : list(region, list)) {
      if (entry.path(member).asText().equals(text)) {
        return Optional.of((ObjectNode) entry);
      }
    }
    return Optional.empty();
  }

  ArrayNode trails() {
    return trails;
  }

  Places places() {
    return places;
  }

  List<LeftOut> leftOut() {
    return leftOut;
  }

  /** What findings call the resource. */
  void placed(String subject, Resource resource) {
    places.put(subject, resource);
  }

  void leaveOut(String kind, Resource resource, NotKnown notKnown, Set<String> touches) {
    leaveOut(kind, resource, notKnown.property(), notKnown.getMessage(), touches);
  }

  void leaveOut(String kind, Resource resource, Doubt doubt, Set<String> touches) {
    leaveOut(kind, resource, doubt.property(), doubt.why(), touches);
  }

  void leaveOut(String kind, Resource resource, String property, String why, Set<String> touches) {
    leftOut.add(new LeftOut(kind, resource.place(), property, why, touches));
  }

  /** The resource as the API would print it. */
  static ObjectNode shaped(Class<?> record, Resource resource) throws NotKnown {
    requireMade(resource);
    return ApiShape.of(record, resource.properties());
  }

  /** Refuses what may not be made at all. */
  static void requireMade(Resource resource) throws NotKnown {
    if (resource.doubt().isPresent()) {
      throw new NotKnown(resource.doubt().get().property(), resource.doubt().get().why());
    }
  }

  /** The text of a property that holds a document, be it text or an object. */
  static Optional<String> document(JsonNode value) throws NotKnown {
    Optional<Unknown> unknown = Unknown.in(value);
    if (unknown.isPresent()) {
      throw new NotKnown("policy document", unknown.get().why());
    }
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    return Optional.of(value.isValueNode() ? value.asText() : value.toString());
  }

  /** The ARN of a named thing of this account. */
  String arn(Resource resource) {
    return Types.arn(
            resource.type(),
            resource.region(),
            circumstances.account(),
            Types.path(resource.type(), resource.get("Path")) + resource.name())
        .orElseThrow();
  }
}
