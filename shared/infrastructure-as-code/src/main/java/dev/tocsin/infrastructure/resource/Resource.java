package dev.tocsin.infrastructure.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.chain.verdict.Place;
import java.util.Optional;

/**
 * One thing that would be made.
 *
 * @param type CloudFormation's name of the type, or one of {@link Types}' own
 * @param place where it is written down
 * @param region the Region it would be made in
 * @param properties under CloudFormation's names; its name is always there, made up where AWS would
 *     choose it
 * @param doubt why it may not be made at all; empty iff it will be
 */
public record Resource(
    String type, Place place, String region, ObjectNode properties, Optional<Doubt> doubt) {

  /** A resource that will be made. */
  public static Resource of(String type, Place place, String region, ObjectNode properties) {
    return new Resource(type, place, region, properties, Optional.empty());
  }

  /** The property; a missing node iff it is not given. */
  public JsonNode get(String property) {
    return properties.path(property);
  }

  /** The property as text; empty text iff it is not given or not known. */
  public String text(String property) {
    return get(property).isPojo() ? "" : get(property).asText("");
  }

  /** Whether it is named by the type's own name. */
  public String name() {
    return text(Types.nameProperty(type));
  }
}
