package dev.tocsin.aws;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/** An answer of AWS in which every member that the API has is there, at any depth. */
final class SampleAnswer {
  private SampleAnswer() {}

  /** Gives each member of a builder a value: ones, yes, a time, one entry. */
  static void fill(SdkPojo builder) {
    builder.sdkFields().forEach(field -> field.set(builder, value(field)));
  }

  private static Object value(SdkField<?> field) {
    MarshallingType<?> type = field.marshallingType();
    if (type == MarshallingType.SDK_POJO) {
      SdkPojo inner = field.constructor().get();
      fill(inner);
      return ((SdkBuilder<?, ?>) inner).build();
    }
    if (type == MarshallingType.LIST) {
      return List.of(value(field.getTrait(ListTrait.class).memberFieldInfo()));
    }
    if (type == MarshallingType.MAP) {
      return Map.of("1", value(field.getTrait(MapTrait.class).valueFieldInfo()));
    }
    if (type == MarshallingType.STRING) {
      return "1";
    }
    if (type == MarshallingType.BOOLEAN) {
      return true;
    }
    if (type == MarshallingType.INSTANT) {
      return Instant.EPOCH;
    }
    if (type == MarshallingType.DOUBLE) {
      return 1.0;
    }
    if (type == MarshallingType.LONG) {
      return 1L;
    }
    if (type == MarshallingType.INTEGER) {
      return 1;
    }
    throw new IllegalStateException("no sample of " + field.memberName());
  }
}
