package dev.tocsin.aws;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.filterpattern.json.JsonTree;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;

/**
 * What an answer of AWS has whatever the account holds, from {@code always-sent.json}: the members
 * that the API's model calls required (botocore 1.43.11; the SDK for Java keeps that of requests
 * only), and those that the API references print in every answer and that no caller can leave out.
 * An empty body, a proxy's page or half an answer lacks them; a list that is empty is there.
 */
final class AlwaysSent {
  private static final Map<String, List<String>> MEMBERS = read();
  private static final String ALTERNATIVE = " or ";
  // Attributes and dimensions are the only maps; CloudWatch's names have 255 characters at most.
  private static final int LONGEST_NAME = 1_000;

  private AlwaysSent() {}

  /** The members by the type that has them, {@code service.Type}, in the order of the file. */
  static Map<String, List<String>> members() {
    return MEMBERS;
  }

  /** The name of a type in the file: the SDK's package of the service, and the API's name. */
  static String nameOf(Class<?> type) {
    Class<?> named = type.getEnclosingClass() == null ? type : type.getEnclosingClass();
    String[] packages = named.getPackageName().split("\\.", -1);
    return packages[packages.length - 2] + "." + named.getSimpleName();
  }

  /**
   * Looks through an answer, at any depth. Cost: one walk.
   *
   * @throws BadAnswer that names the first member that is missing
   */
  static void check(SdkPojo answer) {
    object(answer, "");
  }

  private static void object(SdkPojo object, String path) {
    for (String needed : MEMBERS.getOrDefault(nameOf(object.getClass()), List.of())) {
      if (List.of(needed.split(ALTERNATIVE)).stream().noneMatch(name -> has(object, name))) {
        throw missing(path + needed);
      }
    }
    for (SdkField<?> field : object.sdkFields()) {
      Object value = field.getValueOrDefault(object);
      if (!isAbsent(value)) {
        value(value, path + field.locationName());
      }
    }
  }

  private static void value(Object value, String path) {
    if (value instanceof SdkPojo object) {
      object(object, path + ".");
    } else if (value instanceof Collection<?> members) {
      int index = 0;
      for (Object member : members) {
        element(member, path + "[" + index++ + "]");
      }
    } else if (value instanceof Map<?, ?> entries) {
      entries.forEach((key, member) -> element(member, path + "." + name(key, path)));
    }
  }

  private static Object name(Object key, String path) {
    int length = String.valueOf(key).length();
    if (length > LONGEST_NAME) {
      throw new BadAnswer("`%s` has a name of %,d characters".formatted(path, length));
    }
    return key;
  }

  private static void element(Object member, String path) {
    if (member == null) {
      throw new BadAnswer("`" + path + "` is null");
    }
    value(member, path);
  }

  /** Whether a member is there; {@code Attributes.name} is an entry of a map. */
  private static boolean has(SdkPojo object, String name) {
    String[] steps = name.split("\\.", 2);
    return object.sdkFields().stream()
        .filter(field -> field.locationName().equals(steps[0]))
        .map(field -> field.getValueOrDefault(object))
        .anyMatch(
            value ->
                !isAbsent(value)
                    && (steps.length == 1
                        || (value instanceof Map<?, ?> entries && entries.get(steps[1]) != null)));
  }

  /** The SDK gives an empty list of its own where an answer has none. */
  private static boolean isAbsent(Object value) {
    return value == null
        || value instanceof SdkAutoConstructList
        || value instanceof SdkAutoConstructMap;
  }

  private static BadAnswer missing(String member) {
    return new BadAnswer("it lacks `" + member + "`, which AWS always sends");
  }

  private static Map<String, List<String>> read() {
    Map<String, List<String>> members = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> type :
        JsonTree.resource(AlwaysSent.class, "always-sent.json").properties()) {
      List<String> names = new ArrayList<>();
      type.getValue().forEach(name -> names.add(name.textValue()));
      members.put(type.getKey(), List.copyOf(names));
    }
    return members;
  }
}
