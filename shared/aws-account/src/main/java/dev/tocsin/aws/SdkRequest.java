package dev.tocsin.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/**
 * The SDK's requests out of JSON in the APIs' own member names: the other direction of {@code
 * SdkJson}.
 */
final class SdkRequest {
  private SdkRequest() {}

  /**
   * Fills a builder of the SDK.
   *
   * @throws IllegalArgumentException for a member that the operation does not have
   */
  static <B extends SdkPojo> B fill(B builder, ObjectNode members) {
    Map<String, SdkField<?>> fields = fields(builder);
    members
        .properties()
        .forEach(
            member -> {
              SdkField<?> field = fields.get(member.getKey());
              if (field == null) {
                throw new IllegalArgumentException(
                    "`%s` is no member of `%s`"
                        .formatted(member.getKey(), builder.getClass().getSimpleName()));
              }
              field.set(builder, value(field, member.getValue()));
            });
    return builder;
  }

  /** Those members that a builder has too, and that say something. */
  static ObjectNode common(SdkPojo builder, JsonNode members) {
    Map<String, SdkField<?>> fields = fields(builder);
    ObjectNode common = SdkJson.NODES.objectNode();
    members
        .properties()
        .forEach(
            member -> {
              JsonNode value = member.getValue();
              boolean says = !value.isNull() && !(value.isContainerNode() && value.isEmpty());
              if (says && fields.containsKey(member.getKey())) {
                common.set(member.getKey(), value);
              }
            });
    return common;
  }

  private static Map<String, SdkField<?>> fields(SdkPojo pojo) {
    return pojo.sdkFields().stream()
        .collect(Collectors.toMap(SdkField::locationName, field -> field));
  }

  private static Object value(SdkField<?> field, JsonNode json) {
    MarshallingType<?> type = field.marshallingType();
    if (type == MarshallingType.SDK_POJO) {
      SdkPojo nested = field.constructor().get();
      return ((SdkBuilder<?, ?>) fill(nested, (ObjectNode) json)).build();
    }
    if (type == MarshallingType.LIST) {
      SdkField<?> member = field.getTrait(ListTrait.class).memberFieldInfo();
      List<Object> list = new ArrayList<>();
      json.forEach(element -> list.add(value(member, element)));
      return list;
    }
    if (type == MarshallingType.MAP) {
      SdkField<?> member = field.getTrait(MapTrait.class).valueFieldInfo();
      Map<String, Object> map = new LinkedHashMap<>();
      json.properties().forEach(entry -> map.put(entry.getKey(), value(member, entry.getValue())));
      return map;
    }
    return scalar(type, json);
  }

  private static Object scalar(MarshallingType<?> type, JsonNode json) {
    if (type == MarshallingType.STRING) {
      return json.textValue();
    }
    if (type == MarshallingType.INTEGER) {
      return json.intValue();
    }
    if (type == MarshallingType.LONG) {
      return json.longValue();
    }
    if (type == MarshallingType.DOUBLE) {
      return json.doubleValue();
    }
    if (type == MarshallingType.BOOLEAN) {
      return json.booleanValue();
    }
    throw new IllegalArgumentException("no request of a plan has a member of type " + type);
  }
}
