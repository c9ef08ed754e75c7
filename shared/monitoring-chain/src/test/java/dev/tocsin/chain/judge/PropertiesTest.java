package dev.tocsin.chain.judge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.chain.model.SnapshotJson;
import dev.tocsin.chain.verdict.ComplianceType;
import dev.tocsin.chain.verdict.Evidence;
import dev.tocsin.chain.verdict.Link;
import dev.tocsin.chain.verdict.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every account, tried on the accounts of the cases. */
class PropertiesTest {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final ChainJudge JUDGE = new ChainJudge();

  /** Cases of the plainest control, which is decided fastest. */
  static Stream<Case> cases() {
    return CaseFiles.all().stream()
        .filter(one -> !one.node().has("control") && !one.id().startsWith("WX2"));
  }

  static Stream<Case> compliantCases() {
    return cases()
        .filter(one -> one.expected().path("complianceType").asText().equals("COMPLIANT"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("compliantCases")
  void addingAWorkingChainBreaksNothing(Case one) throws Exception {
    ObjectNode account = tree(one);
    ObjectNode other = CaseFiles.base();
    ((ObjectNode) other.at("/regions/eu-west-1/metricFilters/0"))
        .put("filterName", "another")
        .put("filterPattern", Controls.pattern("trail"));
    ((ObjectNode) other.at("/regions/eu-west-1/metricFilters/0/metricTransformations/0"))
        .put("metricName", "Another");
    ((ObjectNode) other.at("/regions/eu-west-1/MetricAlarms/0"))
        .put("AlarmName", "another-alarm")
        .put("MetricName", "Another");
    ((ObjectNode) other.at("/trails/0"))
        .put("Name", "another")
        .put("TrailARN", "arn:aws:cloudtrail:eu-west-1:111122223333:trail/another");
    append(account, other, "/trails");
    for (String list : List.of("logGroups", "metricFilters", "MetricAlarms", "Topics")) {
      append(account, other, "/regions/eu-west-1/" + list);
    }

    assertThat(judge(one, account).complianceType()).isEqualTo(ComplianceType.COMPLIANT);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("compliantCases")
  void removingALinkThatTheEvidenceNamesBreaksTheChain(Case one) throws Exception {
    Verdict verdict = judge(one, tree(one));
    assertThat(verdict.chain())
        .extracting(Evidence::link)
        .contains(Link.TRAIL, Link.LOG_GROUP, Link.ALARM)
        .containsAnyOf(Link.SUBSCRIPTION, Link.ACTION);
    for (Evidence link : verdict.chain()) {
      ObjectNode account = tree(one);
      remove(account, link);
      assertThat(judge(one, account).complianceType())
          .as("without %s", link)
          .isNotEqualTo(ComplianceType.COMPLIANT);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void theOrderOfThingsChangesNothing(Case one) throws Exception {
    Verdict expected = judge(one, tree(one));
    ObjectNode account = tree(one);
    shuffle(account, new Random(one.id().hashCode()));

    Verdict shuffled = judge(one, account);
    assertThat(shuffled.complianceType()).isEqualTo(expected.complianceType());
    assertThat(shuffled.findings()).isEqualTo(expected.findings());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void whatSilencesAlarmsNeverMakesAnAccountCompliant(Case one) throws Exception {
    boolean before = judge(one, tree(one)).compliant();
    for (Consumer<ObjectNode> silence : SILENCES) {
      ObjectNode account = tree(one);
      alarms(account).forEach(silence);

      Verdict after = judge(one, account);
      assertThat(after.compliant() && !before).as(after.toString()).isFalse();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("compliantCases")
  void aMuteRuleForEachDayBreaksEveryChainOfAlarms(Case one) throws Exception {
    ObjectNode account = tree(one);
    boolean byAlarm =
        judge(one, account).chain().stream().anyMatch(link -> link.link() == Link.ALARM);
    mute(account);

    assertThat(judge(one, account).compliant()).isEqualTo(!byAlarm);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void noMuteRuleMakesAnAccountCompliant(Case one) throws Exception {
    ObjectNode account = tree(one);
    boolean before = judge(one, account).compliant();
    mute(account);

    assertThat(judge(one, account).compliant() && !before).isFalse();
  }

  private static void mute(ObjectNode account) {
    account
        .path("regions")
        .forEach(
            region -> {
              ObjectNode rule = ((ObjectNode) region).withArray("AlarmMuteRules").addObject();
              rule.put("Name", "daily").put("Status", "SCHEDULED");
              rule.putObject("Rule")
                  .putObject("Schedule")
                  .put("Expression", "cron(0 2 * * *)")
                  .put("Duration", "PT1M");
              ArrayNode names = rule.putObject("MuteTargets").putArray("AlarmNames");
              alarms(account).forEach(alarm -> names.add(alarm.path("AlarmName").asText()));
            });
  }

  /** What may be said of an alarm and can only keep it from telling somebody. */
  private static final List<Consumer<ObjectNode>> SILENCES =
      List.of(
          alarm -> ifMetricOrLog(alarm).ifPresent(a -> a.put("EvaluationState", "SOMETHING_NEW")),
          alarm -> ifComposite(alarm).ifPresent(a -> a.put("ActionsSuppressor", "nobody")),
          alarm -> alarm.put("StateValue", "SOMETHING_NEW"),
          alarm -> ifComposite(alarm).ifPresent(a -> a.put("ActionsSuppressedBy", "WaitPeriod")),
          alarm -> alarm.put("ActionsEnabled", false),
          alarm -> alarm.putArray("AlarmActions"));

  private static Optional<ObjectNode> ifComposite(ObjectNode alarm) {
    return Optional.of(alarm).filter(one -> one.has("AlarmRule"));
  }

  private static Optional<ObjectNode> ifMetricOrLog(ObjectNode alarm) {
    return Optional.of(alarm).filter(one -> !one.has("AlarmRule"));
  }

  private static List<ObjectNode> alarms(ObjectNode account) {
    List<ObjectNode> alarms = new ArrayList<>();
    account
        .path("regions")
        .forEach(
            region ->
                List.of("MetricAlarms", "CompositeAlarms", "LogAlarms")
                    .forEach(
                        kind ->
                            region.path(kind).forEach(alarm -> alarms.add((ObjectNode) alarm))));
    return alarms;
  }

  private static Verdict judge(Case one, ObjectNode account) throws Exception {
    return JUDGE.judge(SnapshotJson.read(account, one.id()), one.requirement(), one.options());
  }

  private static ObjectNode tree(Case one) throws Exception {
    return (ObjectNode) MAPPER.readTree(SnapshotJson.write(one.snapshot()));
  }

  private static void append(ObjectNode account, ObjectNode other, String pointer) {
    int slash = pointer.lastIndexOf('/');
    JsonNode parent = account.at(pointer.substring(0, slash));
    if (parent.isMissingNode()) {
      ((ObjectNode) account.path("regions")).putObject("eu-west-1");
      parent = account.at(pointer.substring(0, slash));
    }
    ArrayNode things = ((ObjectNode) parent).withArray(pointer.substring(slash + 1));
    for (JsonNode thing : other.at(pointer)) {
      if (!lists(things, thing)) {
        things.add(thing);
      }
    }
  }

  /** Nothing may be listed twice, so what the account has already stays as it is. */
  private static boolean lists(ArrayNode things, JsonNode thing) {
    return Stream.of("TopicArn", "logGroupName", "filterName", "AlarmName", "TrailARN")
        .filter(
            name -> thing.has(name) && !(name.equals("logGroupName") && thing.has("filterName")))
        .anyMatch(name -> things.findValues(name).contains(thing.get(name)));
  }

  private static void remove(ObjectNode account, Evidence link) {
    switch (link.link()) {
      case TRAIL -> removeNamed(account.path("trails"), "Name", link.subject());
      case LOG_GROUP -> {
        removeNamed(region(account, link).path("logGroups"), "logGroupName", link.subject());
        removeNamed(region(account, link).path("metricFilters"), "logGroupName", link.subject());
      }
      case METRIC_FILTER ->
          removeNamed(region(account, link).path("metricFilters"), "filterName", link.subject());
      case METRIC ->
          region(account, link)
              .path("metricFilters")
              .forEach(filter -> ((ObjectNode) filter).putArray("metricTransformations"));
      case ALARM ->
          List.of("MetricAlarms", "CompositeAlarms", "LogAlarms")
              .forEach(
                  kind ->
                      removeNamed(region(account, link).path(kind), "AlarmName", link.subject()));
      case TOPIC -> removeNamed(region(account, link).path("Topics"), "TopicArn", link.subject());
      case SUBSCRIPTION ->
          region(account, link)
              .path("Topics")
              .forEach(topic -> ((ObjectNode) topic).remove("Subscriptions"));
      case ACTION ->
          region(account, link)
              .path("MetricAlarms")
              .forEach(alarm -> ((ObjectNode) alarm).remove("AlarmActions"));
      default -> throw new IllegalStateException(link.toString());
    }
  }

  private static JsonNode region(ObjectNode account, Evidence link) {
    return account.path("regions").path(link.region());
  }

  private static void removeNamed(JsonNode list, String field, String name) {
    if (list instanceof ArrayNode array) {
      for (int i = array.size() - 1; i >= 0; i--) {
        if (array.get(i).path(field).asText().equals(name)) {
          array.remove(i);
        }
      }
    }
  }

  private static final Set<String> ORDERED = Set.of("Metrics", "FieldSelectors");

  private static void shuffle(JsonNode node, Random random) {
    node.properties()
        .forEach(
            entry -> {
              if (entry.getValue() instanceof ArrayNode list && !ORDERED.contains(entry.getKey())) {
                List<JsonNode> elements = new ArrayList<>();
                list.forEach(elements::add);
                Collections.shuffle(elements, random);
                list.removeAll().addAll(elements);
              }
              shuffle(entry.getValue(), random);
            });
    if (node instanceof ArrayNode list) {
      list.forEach(element -> shuffle(element, random));
    }
  }
}
