package dev.tocsin.filterpattern.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The cases of {@code record/plausible.jsonl}: records, and what is made to fit in each. */
class PlausibleTest {

  static List<JsonNode> cases() throws IOException {
    try (InputStream in = PlausibleTest.class.getResourceAsStream("/record/plausible.jsonl")) {
      return new JsonMapper().readerFor(JsonNode.class).<JsonNode>readValues(in).readAll();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void makesFitWhatBelongsTogether(JsonNode one) {
    ObjectNode record = (ObjectNode) one.get("record");
    ObjectNode before = record.deepCopy();

    List<ObjectNode> made =
        switch (one.get("fits").textValue()) {
          case "account" -> List.of(Accounts.plausible(record));
          case "event" -> List.of(SkeletonRecord.plausible(record));
          case "service" -> ServiceCalls.plausible(record);
          case "region" -> List.of(Relocation.plausible(record, one.get("base")));
          default -> throw new IllegalArgumentException(one.toString());
        };

    assertThat(made).as(one.get("name").textValue()).isEqualTo(List.of(expected(one)));
    assertThat(record).as("the record that was given").isEqualTo(before);
  }

  private static Object[] expected(JsonNode one) {
    JsonNode becomes = one.get("becomes");
    return becomes == null ? new Object[] {one.get("record")} : elements(becomes);
  }

  private static Object[] elements(JsonNode array) {
    return array.valueStream().toArray();
  }
}
