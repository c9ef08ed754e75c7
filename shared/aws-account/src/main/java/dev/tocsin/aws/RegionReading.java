package dev.tocsin.aws;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.aws.AlarmReader.Alarms;
import dev.tocsin.chain.model.Arn;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import software.amazon.awssdk.services.cloudwatch.model.LogAlarm;
import software.amazon.awssdk.services.cloudwatchlogs.model.AccountPolicy;
import software.amazon.awssdk.services.cloudwatchlogs.model.MetricFilter;
import software.amazon.awssdk.services.eventbridge.model.Rule;

/**
 * The reading of one Region, in four steps; each starts reads that need what the step before has
 * read. All Regions take a step before any takes the next, so that they are read at the same time.
 */
final class RegionReading {
  private static final String AWS_MANAGED_ALIAS = "alias/aws/";

  private final AwsClients clients;
  private final String owner;
  private final String region;
  private final SideBySide sideBySide;

  private final Map<String, Supplier<Optional<ObjectNode>>> transformers = new TreeMap<>();
  private List<Supplier<LogGroupReader.Read>> logGroups = List.of();
  private Supplier<List<AccountPolicy>> masks = List::of;
  private Supplier<List<AccountPolicy>> subscriptionsOfAccount = List::of;
  private Supplier<List<AccountPolicy>> transformersOfAccount = List::of;
  private Supplier<Alarms> alarms = () -> new Alarms(List.of(), List.of(), List.of());
  private Supplier<List<ObjectNode>> muteRules = List::of;
  private Supplier<List<Rule>> rules = List::of;
  private List<Supplier<ObjectNode>> rulesWithTargets = List.of();
  private boolean repair;
  private Set<String> otherTopics = Set.of();
  private List<Supplier<Optional<ObjectNode>>> topics = List.of();
  private List<Supplier<Optional<ObjectNode>>> keys = List.of();

  RegionReading(AwsClients clients, String owner, String region, SideBySide sideBySide) {
    this.clients = clients;
    this.owner = owner;
    this.region = region;
    this.sideBySide = sideBySide;
  }

  /**
   * First step: the log groups with their filters, and every alarm; rules if they are wanted.
   *
   * @param repair whether a repair is planned here: alarms are read even where no log group is, and
   *     the topics of those that remediation made, whatever they watch
   * @param subscriptions whether is read what sends the events of log groups elsewhere
   * @param others topics that are read though nothing names them
   */
  void start(
      Collection<Arn> groups,
      boolean repair,
      boolean eventRules,
      boolean subscriptions,
      Set<String> others) {
    otherTopics = others;
    this.repair = repair;
    LogGroupReader groupReader = new LogGroupReader(clients, subscriptions);
    if (subscriptions && !groups.isEmpty()) {
      subscriptionsOfAccount =
          sideBySide.start(new LogPolicyReader(clients, region)::subscriptions);
    }
    logGroups =
        groups.stream().map(group -> sideBySide.start(() -> groupReader.read(group))).toList();
    if (repair || !groups.isEmpty()) {
      AlarmReader alarmReader = new AlarmReader(clients);
      alarms = sideBySide.start(() -> alarmReader.alarms(region));
      muteRules = sideBySide.start(() -> alarmReader.muteRules(region));
    }
    if (eventRules) {
      rules = sideBySide.start(() -> new EventRuleReader(clients).rules(region));
    }
  }

  /** Second step: the targets of the rules. */
  void followRules() {
    EventRuleReader reader = new EventRuleReader(clients);
    rulesWithTargets =
        rules.get().stream()
            .map(rule -> sideBySide.start(() -> reader.read(region, rule)))
            .toList();
  }

  /**
   * Second step too: what stands between the log groups and those that read them. The account's
   * masks are for all groups, and each says whether it has them. Transformers are asked for where a
   * log alarm queries a group: a metric filter on transformed events is not decided, and the others
   * see events as they were delivered.
   */
  void followGroups() {
    LogPolicyReader reader = new LogPolicyReader(clients, region);
    List<ObjectNode> groups =
        logGroups.stream().flatMap(group -> group.get().groups().stream()).toList();
    if (groups.stream().anyMatch(group -> !group.path("inheritedProperties").isEmpty())) {
      masks = sideBySide.start(reader::masks);
    }
    groups.stream()
        .map(group -> group.path("logGroupName").asText())
        .filter(name -> alarms.get().log().stream().anyMatch(alarm -> queries(alarm, name)))
        .forEach(name -> transformers.put(name, sideBySide.start(() -> reader.transformer(name))));
    if (!transformers.isEmpty()) {
      transformersOfAccount = sideBySide.start(reader::transformers);
    }
  }

  /** May be too often (the name is only looked for), never too seldom. */
  private static boolean queries(LogAlarm alarm, String group) {
    return alarm.scheduledQueryConfiguration() != null
        && alarm.scheduledQueryConfiguration().logGroupIdentifiers().stream()
            .anyMatch(identifier -> identifier.contains(group));
  }

  /** Third step: the topics that the alarms' actions and the rules' targets name. */
  void followActions() {
    List<MetricFilter> filters =
        logGroups.stream().flatMap(group -> group.get().filters().stream()).toList();
    Set<String> named = new LinkedHashSet<>(AlarmActions.of(filters, alarms.get()));
    rulesWithTargets.forEach(
        rule ->
            rule.get().path("Targets").forEach(target -> named.add(target.path("Arn").asText())));
    named.addAll(otherTopics);
    if (repair) {
      named.addAll(AlarmActions.ofOwn(alarms.get()));
    }
    TopicReader reader = new TopicReader(clients, owner);
    topics =
        named.stream().flatMap(arn -> topic(reader, arn).stream()).map(sideBySide::start).toList();
  }

  /** The roles in which targets publish to topics; read once the rules are followed. */
  Stream<String> roles() {
    return rulesWithTargets.stream()
        .flatMap(rule -> StreamSupport.stream(rule.get().path("Targets").spliterator(), false))
        .filter(target -> isTopicHere(target.path("Arn").asText()))
        .map(target -> target.path("RoleArn").asText())
        .filter(Arn::isNamed);
  }

  private boolean isTopicHere(String named) {
    return Arn.parse(named)
        .filter(arn -> arn.service().equals("sns") && arn.region().equals(region))
        .filter(arn -> !arn.resource().isEmpty())
        .isPresent();
  }

  private Optional<Supplier<Optional<ObjectNode>>> topic(TopicReader reader, String named) {
    // Alarms and rules publish within their Region only, and an account's ARN alone names no topic.
    return Arn.parse(named)
        .filter(arn -> isTopicHere(named))
        .map(arn -> () -> reader.read(arn, named));
  }

  /**
   * Fourth step: the keys that encrypt the topics, except those that AWS manages under a known
   * name.
   */
  void followKeys() {
    KeyReader reader = new KeyReader(clients, owner);
    keys =
        present(topics)
            .map(topic -> topic.at("/Attributes/KmsMasterKeyId").asText())
            .filter(key -> !key.isEmpty() && !key.startsWith(AWS_MANAGED_ALIAS))
            .distinct()
            .map(key -> sideBySide.start(() -> reader.read(region, key)))
            .toList();
  }

  /** The Region as the snapshot has it. */
  ObjectNode json() {
    ObjectNode json = SdkJson.NODES.objectNode();
    ArrayNode groups = json.putArray("logGroups");
    ArrayNode filters = json.putArray("metricFilters");
    ArrayNode subscriptions = json.putArray("subscriptionFilters");
    for (Supplier<LogGroupReader.Read> group : logGroups) {
      group.get().groups().forEach(read -> groups.add(withTransformer(read)));
      filters.addAll(SdkJson.array(group.get().filters()));
      subscriptions.addAll(SdkJson.array(group.get().subscriptions()));
    }
    ArrayNode policies = json.putArray("accountPolicies");
    Stream.of(masks, transformersOfAccount, subscriptionsOfAccount)
        .forEach(read -> policies.addAll(SdkJson.array(read.get())));
    json.set("MetricAlarms", SdkJson.array(alarms.get().metric()));
    json.set("CompositeAlarms", SdkJson.array(alarms.get().composite()));
    json.set("LogAlarms", SdkJson.array(alarms.get().log()));
    json.putArray("AlarmMuteRules").addAll(muteRules.get());
    json.putArray("Rules").addAll(rulesWithTargets.stream().map(Supplier::get).toList());
    json.putArray("Topics").addAll(present(topics).toList());
    json.putArray("Keys").addAll(present(keys).toList());
    return json;
  }

  private ObjectNode withTransformer(ObjectNode group) {
    Optional.ofNullable(transformers.get(group.path("logGroupName").asText()))
        .flatMap(Supplier::get)
        .ifPresent(transformer -> group.set("transformer", transformer));
    return group;
  }

  private static Stream<ObjectNode> present(List<Supplier<Optional<ObjectNode>>> reads) {
    return reads.stream().flatMap(read -> read.get().stream());
  }
}
