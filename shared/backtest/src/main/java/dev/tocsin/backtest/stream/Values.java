package dev.tocsin.backtest.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** The values of one record that tests look at, each looked up once. */
final class Values {
  private final List<List<String>> paths = new ArrayList<>();
  private JsonNode[] found = new JsonNode[0];
  private long[] foundIn = new long[0];
  private ObjectNode record;
  private long count;

  /** The number by which the value at these names is asked for. */
  int number(List<String> names) {
    int known = paths.indexOf(names);
    if (known >= 0) {
      return known;
    }
    paths.add(names);
    found = new JsonNode[paths.size()];
    foundIn = new long[paths.size()];
    return paths.size() - 1;
  }

  void look(ObjectNode next) {
    record = next;
    count++;
  }

  ObjectNode record() {
    return record;
  }

  /** Tells one record from the next. */
  long count() {
    return count;
  }

  /** Null iff the names lead nowhere. */
  JsonNode at(int number) {
    if (foundIn[number] != count) {
      foundIn[number] = count;
      JsonNode node = record;
      List<String> names = paths.get(number);
      for (int i = 0; i < names.size() && node != null; i++) {
        node = node.get(names.get(i));
      }
      found[number] = node;
    }
    return found[number];
  }
}
