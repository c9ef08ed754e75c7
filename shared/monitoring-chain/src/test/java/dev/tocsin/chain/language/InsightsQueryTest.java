package dev.tocsin.chain.language;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InsightsQueryTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "filter eventName = \"StopLogging\"; true",
        "filter eventName = 'StopLogging'; true",
        "FILTER eventName = \"StopLogging\" AND userIdentity.type = \"Root\"; true",
        "filter eventName = \"stoplogging\"; false",
        "filter eventName in [\"DeleteTrail\", \"StopLogging\"]; true",
        "filter eventName = \"A\" or eventName = \"StopLogging\" and userIdentity.type = \"Root\"; true",
        "filter (eventName = \"A\" or eventName = \"StopLogging\") and userIdentity.type = \"B\"; false",
        "fields @timestamp, eventName | filter eventName = \"StopLogging\" | sort @timestamp desc; true",
        "filter eventName = \"StopLogging\" | filter userIdentity.type = \"IAMUser\"; false",
      })
  void aSimpleQueryFindsWhatItsPatternMatches(String query, boolean expected) {
    ObjectNode event = JsonMapper.builder().build().createObjectNode();
    event.put("eventName", "StopLogging").putObject("userIdentity").put("type", "Root");

    assertThat(InsightsQuery.parse(query).orElseThrow().matches(event)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "fields @timestamp",
        "stats count(*) by eventName",
        "filter eventName like /Stop/",
        "filter eventName != \"A\"",
        "filter not eventName = \"A\"",
        "filter eventName = \"A*\"",
        "filter eventName = \"A\" | limit 1",
        "filter eventName = \"A\" or",
        "filter (eventName = \"A\"",
        "filter eventName in [\"A\"",
        "filter ispresent(eventName)",
        "filter eventName = \"A\" | stats count(*)"
      })
  void otherQueriesAreNotDecided(String query) {
    assertThat(InsightsQuery.parse(query)).isEmpty();
  }
}
