package dev.tocsin.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.filterpattern.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Holds the facts to the profiles of public records, see {@code records/README.md}. */
class PublicRecordsTest {

  /** Facts about what is written now, which older records need not fulfil. */
  private static final Set<String> OF_OUR_TIME = Set.of("version-is-1-08-or-later");

  private static final List<JsonNode> PROFILES =
      JsonLinesFile.read("/records/public-records.jsonl");
  private static final List<Control> CONTROLS = ControlCatalog.load().controls();
  private static final RecordFacts SCHEMA = RecordFacts.read(new Problems());

  /** Every event of a profile as a record. */
  private static List<ObjectNode> records(JsonNode profile) {
    List<ObjectNode> records = new ArrayList<>();
    for (JsonNode event : profile.get("events")) {
      String[] sourceAndName = event.textValue().split(" ", 2);
      ObjectNode record = profile.get("record").deepCopy();
      records.add(record.put("eventSource", sourceAndName[0]).put("eventName", sourceAndName[1]));
    }
    return records;
  }

  private static boolean isOld(JsonNode profile) {
    return profile.get("written").textValue().equals("before 2021");
  }

  private static List<String> broken(List<Fact> facts, ObjectNode record) {
    return facts.stream()
        .filter(fact -> !fact.holds().matches(record))
        .map(fact -> "`" + fact.name() + "` by " + record)
        .toList();
  }

  @Test
  void noRecordContradictsAFactAboutEveryRecord() {
    List<Fact> ofAnyTime =
        SCHEMA.ofEveryRecord().stream().filter(f -> !OF_OUR_TIME.contains(f.name())).toList();
    List<String> broken = new ArrayList<>();
    int seen = 0;
    for (JsonNode profile : PROFILES) {
      for (ObjectNode record : records(profile)) {
        seen++;
        broken.addAll(broken(isOld(profile) ? ofAnyTime : SCHEMA.ofEveryRecord(), record));
      }
    }
    assertThat(seen).as("records").isGreaterThan(550);
    assertThat(broken).isEmpty();
  }

  /** The profiles have no requests; which types stand there is kept by member. */
  @Test
  void noRecordContradictsAFactAboutRequests() {
    Set<String> facts = new TreeSet<>();
    RequestMembers.read(new Problems()).values().stream()
        .flatMap(List::stream)
        .forEach(fact -> facts.add(fact.holds().text()));
    int seen = 0;
    for (JsonNode line : JsonLinesFile.read("/records/request-members.jsonl")) {
      String member = "`$.requestParameters." + line.get("member").textValue() + "`";
      boolean isFact =
          facts.stream()
              .anyMatch(
                  fact ->
                      fact.contains("\"" + line.get("eventSource").textValue() + "\"")
                          && fact.contains(member));
      if (isFact) {
        seen++;
        assertThat(line.get("records").fieldNames())
            .toIterable()
            .as("%s", line)
            .containsExactly("text");
      }
    }
    assertThat(seen).as("members that public records show").isGreaterThan(50);
  }

  @Test
  void noRecordOfOurTimeContradictsAFactAboutItsControl() {
    List<String> broken = new ArrayList<>();
    Set<String> controls = new TreeSet<>();
    for (JsonNode profile : PROFILES) {
      if (isOld(profile)) {
        continue;
      }
      for (ObjectNode record : records(profile)) {
        for (Control control : CONTROLS) {
          if (control.required().matches(record)) {
            controls.add(control.id());
            broken.addAll(broken(control.facts(), record));
          }
        }
      }
    }
    assertThat(controls).as("controls that some record is about").hasSizeGreaterThan(20);
    assertThat(broken).isEmpty();
  }

  @Test
  void noControlIsAboutInsightsEventsWhichHaveOtherFields() {
    ObjectNode insight =
        (ObjectNode)
            RuleFiles.parsed(
                "{'eventVersion':'1.07','eventTime':'2020-07-21T20:48:00Z','awsRegion':'us-east-1','eventID':'x','eventType':'AwsCloudTrailInsight','recipientAccountId':'111122223333','sharedEventID':'x','insightDetails':{'state':'Start','eventSource':'iam.amazonaws.com','eventName':'CreateUser','insightType':'ApiCallRateInsight'},'eventCategory':'Insight'}"
                    .replace('\'', '"'));
    assertThat(CONTROLS).noneMatch(control -> control.required().matches(insight));
  }
}
