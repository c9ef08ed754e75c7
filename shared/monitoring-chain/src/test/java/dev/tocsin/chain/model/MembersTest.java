package dev.tocsin.chain.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The members are found without the JSON library, and are those that it reads and writes. */
class MembersTest {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  @Test
  void everyRecordKeepsWhatTheJsonLibraryFindsInIt() {
    Map<Class<?>, Map<String, JavaType>> found = new LinkedHashMap<>();
    walk(Snapshot.class, found);

    assertThat(found).hasSizeGreaterThan(25);
    found.forEach(
        (type, members) ->
            assertThat(members)
                .as(type.getName())
                .isEqualTo(
                    MAPPER
                        .getDeserializationConfig()
                        .introspect(MAPPER.constructType(type))
                        .findProperties()
                        .stream()
                        .filter(property -> property.hasConstructorParameter())
                        .collect(
                            Collectors.toMap(
                                property -> property.getName(),
                                property -> property.getPrimaryType()))));
  }

  private static void walk(Class<?> type, Map<Class<?>, Map<String, JavaType>> found) {
    if (found.containsKey(type)) {
      return;
    }
    Map<String, JavaType> members = new LinkedHashMap<>();
    Members.kept(type).forEach((name, member) -> members.put(name, member.type()));
    found.put(type, members);
    for (JavaType member : members.values()) {
      JavaType inner = member;
      while (inner.isContainerType()) {
        inner = inner.getContentType();
      }
      if (inner.isRecordType()) {
        walk(inner.getRawClass(), found);
      }
    }
  }
}
