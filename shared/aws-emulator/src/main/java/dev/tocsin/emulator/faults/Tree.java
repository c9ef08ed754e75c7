package dev.tocsin.emulator.faults;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The values of JSON and CBOR: maps by text, lists, texts, numbers, true, false and null. */
final class Tree {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LONG = 1_000_000;

  private Tree() {}

  static Object parse(byte[] json) {
    try {
      return JSON.readValue(json, Object.class);
    } catch (IOException malformed) {
      throw new UncheckedIOException(malformed);
    }
  }

  static byte[] json(Object value) {
    try {
      return JSON.writeValueAsBytes(value);
    } catch (JsonProcessingException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  @SuppressWarnings("unchecked") // the keys of JSON and of the services' CBOR are texts
  static Map<String, Object> object(Object value) {
    return (Map<String, Object>) value;
  }

  /** The value with one of its members, at any depth, changed; unchanged if it has none. */
  static Object changed(Object value, Change change, Random random) {
    int members = count(value);
    return members == 0 ? value : new Changing(change, random.nextInt(members)).copy(value);
  }

  private static int count(Object value) {
    if (value instanceof Map<?, ?> map) {
      return map.values().stream().mapToInt(member -> 1 + count(member)).sum();
    }
    return value instanceof List<?> list
        ? list.stream().mapToInt(member -> 1 + count(member)).sum()
        : 0;
  }

  /** Copies a value; the member of this number, counted from the root on, is changed. */
  private static final class Changing {
    private final Change change;
    private int left;

    Changing(Change change, int number) {
      this.change = change;
      this.left = number;
    }

    Object copy(Object value) {
      if (value instanceof Map<?, ?>) {
        Map<String, Object> copy = new LinkedHashMap<>();
        object(value)
            .forEach((name, member) -> members(member).forEach(made -> copy.put(name, made)));
        return copy;
      }
      if (value instanceof List<?> list) {
        List<Object> copy = new ArrayList<>();
        list.forEach(member -> copy.addAll(members(member)));
        return copy;
      }
      return value;
    }

    /** What stands in a member's place: nothing, one value or two. */
    private List<Object> members(Object member) {
      boolean isIt = left-- == 0;
      Object copy = copy(member);
      List<Object> made = new ArrayList<>();
      if (!isIt) {
        made.add(copy);
        return made;
      }
      switch (change) {
        case LEFT_OUT -> {}
        case NULL -> made.add(null);
        case OTHER_TYPE -> made.add(member instanceof String ? List.of(member) : "text");
        case LONG_TEXT -> made.add("L".repeat(LONG));
        case TWICE -> {
          made.add(copy);
          made.add(copy);
        }
      }
      return made;
    }
  }
}
