package dev.tocsin.chain.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import com.fasterxml.jackson.databind.type.TypeFactory;
import dev.tocsin.filterpattern.json.JsonTree;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The members an object of a snapshot may have: those that its record keeps, and those of {@code
 * judges-nothing.json}, each with the reason why no verdict depends on it. There are no others, so
 * that a member nobody has thought of is noticed.
 */
public final class Members {
  private Members() {}

  private static final Map<String, Map<String, String>> JUDGES_NOTHING = judgesNothing();
  private static final Map<Class<?>, Map<String, Member>> KEPT = new ConcurrentHashMap<>();
  private static final Map<Class<?>, Constructor<?>> MAKERS = new ConcurrentHashMap<>();

  /**
   * A member that a record keeps.
   *
   * @param type its type, a record, a list, a map, or a plain value
   * @param required whether the object is none without it
   * @param component where the record keeps it
   */
  public record Member(JavaType type, boolean required, RecordComponent component) {}

  /** The members that a record of this package keeps, by their names in JSON. */
  public static Map<String, Member> kept(Class<?> type) {
    return KEPT.computeIfAbsent(type, Members::read);
  }

  /**
   * A record of the members that are there, by their names in JSON; an absent yes or no is a no.
   *
   * @throws BadMember if the record refuses one
   */
  static Object make(Class<?> type, Map<String, Object> members) {
    Object[] components =
        kept(type).entrySet().stream()
            .map(
                member ->
                    members.getOrDefault(
                        member.getKey(),
                        member.getValue().type().hasRawClass(boolean.class) ? false : null))
            .toArray();
    try {
      return MAKERS.computeIfAbsent(type, Members::maker).newInstance(components);
    } catch (InvocationTargetException refused) {
      if (refused.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException("a record throws nothing else", refused);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException("every record can be made", impossible);
    }
  }

  /** What a record keeps as a member. */
  static Object valueOf(Record part, Member member) {
    try {
      return member.component().getAccessor().invoke(part);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException("every component can be read", impossible);
    }
  }

  private static Constructor<?> maker(Class<?> type) {
    try {
      return type.getDeclaredConstructor(
          Stream.of(type.getRecordComponents())
              .map(RecordComponent::getType)
              .toArray(Class<?>[]::new));
    } catch (NoSuchMethodException impossible) {
      throw new IllegalStateException("every record has it", impossible);
    }
  }

  /** The members that no verdict depends on, each with the reason, a clause. */
  public static Map<String, String> judgingNothing(Class<?> type) {
    return JUDGES_NOTHING.getOrDefault(nameOf(type), Map.of());
  }

  /** The records that {@code judges-nothing.json} speaks of, by the names it gives them. */
  public static Set<String> listed() {
    return JUDGES_NOTHING.keySet();
  }

  /** The name of a record in {@code judges-nothing.json}, with those that enclose it. */
  public static String nameOf(Class<?> type) {
    Class<?> outer = type.getEnclosingClass();
    return outer == null ? type.getSimpleName() : nameOf(outer) + "." + type.getSimpleName();
  }

  /** From the components themselves: the library's look at a class costs a cold start dearly. */
  private static Map<String, Member> read(Class<?> type) {
    boolean upper = type.isAnnotationPresent(JsonNaming.class);
    Map<String, Member> members = new LinkedHashMap<>();
    for (RecordComponent component : type.getRecordComponents()) {
      JsonProperty said = component.getAccessor().getAnnotation(JsonProperty.class);
      members.put(
          said != null && !said.value().isEmpty()
              ? said.value()
              : upper ? capitalised(component.getName()) : component.getName(),
          new Member(
              TypeFactory.defaultInstance().constructType(component.getGenericType()),
              said != null && said.required(),
              component));
    }
    return members;
  }

  private static String capitalised(String name) {
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }

  private static Map<String, Map<String, String>> judgesNothing() {
    Map<String, Map<String, String>> reasons = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> type :
        JsonTree.resource(Members.class, "judges-nothing.json").properties()) {
      Map<String, String> members = new LinkedHashMap<>();
      type.getValue()
          .properties()
          .forEach(one -> members.put(one.getKey(), one.getValue().textValue()));
      reasons.put(type.getKey(), members);
    }
    return reasons;
  }
}
