package dev.tocsin.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/** Every line of {@code always-sent.json} against the SDK's type of that name. */
class AlwaysSentTest {

  static Stream<Arguments> everyMember() {
    return AlwaysSent.members().entrySet().stream()
        .flatMap(
            type -> type.getValue().stream().map(member -> Arguments.of(type.getKey(), member)));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("everyMember")
  void answerWithoutTheMemberIsNone(String type, String member) throws Exception {
    List<String> path = List.of(member.split("\\.", 2));
    SdkPojo whole = full(type);
    assertThat(AlwaysSent.nameOf(whole.getClass())).isEqualTo(type);
    assertThatCode(() -> AlwaysSent.check(with(whole, path, "x"))).doesNotThrowAnyException();
    List<String> names = List.of(path.get(0).split(" or ", -1));
    SdkPojo without = whole;
    for (String name : names) {
      without = path.size() == 1 ? without(without, name) : with(without, path, null);
    }

    SdkPojo answer = without;
    assertThatThrownBy(() -> AlwaysSent.check(answer))
        .isInstanceOf(BadAnswer.class)
        .hasMessage("it lacks `" + member + "`, which AWS always sends");
  }

  /** A filled object of a type, its maps with the entries that are always sent. */
  private static SdkPojo full(String type) throws ReflectiveOperationException {
    String[] parts = type.split("\\.", -1);
    Class<?> named =
        Class.forName("software.amazon.awssdk.services.%s.model.%s".formatted(parts[0], parts[1]));
    SdkPojo builder = (SdkPojo) named.getMethod("builder").invoke(null);
    SampleAnswer.fill(builder);
    SdkPojo built = built(builder);
    for (String member : AlwaysSent.members().get(type)) {
      if (member.contains(".")) {
        built = with(built, List.of(member.split("\\.", 2)), "x");
      }
    }
    return built;
  }

  private static SdkPojo without(SdkPojo object, String member) {
    return changed(object, member, null);
  }

  /** The same with an entry of a map, or without it; an object without maps stays as it is. */
  private static SdkPojo with(SdkPojo object, List<String> path, String value) {
    if (path.size() == 1) {
      return object;
    }
    Object map = field(object, path.get(0)).getValueOrDefault(object);
    Map<Object, Object> entries = new HashMap<>((Map<?, ?>) map);
    entries.remove(path.get(1));
    if (value != null) {
      entries.put(path.get(1), value);
    }
    return changed(object, path.get(0), entries);
  }

  private static SdkPojo changed(SdkPojo object, String member, Object value) {
    SdkPojo builder =
        (SdkPojo)
            ((software.amazon.awssdk.utils.builder.ToCopyableBuilder<?, ?>) object).toBuilder();
    field(object, member).set(builder, value);
    return built(builder);
  }

  private static SdkField<?> field(SdkPojo object, String name) {
    return new ArrayList<>(object.sdkFields())
        .stream()
            .filter(field -> field.locationName().equals(name))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no member `" + name + "`"));
  }

  private static SdkPojo built(SdkPojo builder) {
    return (SdkPojo) ((SdkBuilder<?, ?>) builder).build();
  }
}
