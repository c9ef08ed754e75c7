package dev.tocsin.aws;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.chain.model.Arn;
import dev.tocsin.chain.model.Partition;
import dev.tocsin.chain.remedy.OwnNames;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import software.amazon.awssdk.services.cloudtrail.model.Trail;

/** One reading of an account: the trails say which log groups are read, and these which Regions. */
final class SnapshotReading {
  private final AwsClients clients;
  private final SnapshotRequest request;
  private final SideBySide sideBySide;

  SnapshotReading(AwsClients clients, SnapshotRequest request, SideBySide sideBySide) {
    this.clients = clients;
    this.request = request;
    this.sideBySide = sideBySide;
  }

  /** Puts the trails and what was read of each Region into a snapshot. */
  void fill(ObjectNode snapshot) {
    TrailReader reader = new TrailReader(clients, request.owner());
    List<Trail> trails = reader.in(request.region());
    List<Supplier<ObjectNode>> reads =
        trails.stream().map(trail -> sideBySide.start(() -> reader.read(trail))).toList();

    Map<String, RegionReading> regions =
        start(logGroups(trails), ruleRegions(trails), repairRegions(trails));
    regions.values().forEach(RegionReading::followRules);
    regions.values().forEach(RegionReading::followGroups);
    List<Supplier<Optional<ObjectNode>>> roles = roles(regions.values());
    regions.values().forEach(RegionReading::followActions);
    regions.values().forEach(RegionReading::followKeys);
    List<Supplier<Optional<ObjectNode>>> policies = policies(roles);

    ArrayNode trailsJson = snapshot.putArray("trails");
    reads.forEach(read -> trailsJson.add(read.get()));
    ObjectNode regionsJson = snapshot.putObject("regions");
    regions.forEach((name, region) -> regionsJson.set(name, region.json()));
    ArrayNode rolesJson = snapshot.putArray("RoleDetailList");
    roles.forEach(role -> role.get().ifPresent(rolesJson::add));
    ArrayNode policiesJson = snapshot.putArray("Policies");
    policies.forEach(policy -> policy.get().ifPresent(policiesJson::add));
  }

  /** Roles of the account in which something of the chain acts; none for most accounts. */
  private List<Supplier<Optional<ObjectNode>>> roles(Collection<RegionReading> regions) {
    return regions.stream()
        .flatMap(RegionReading::roles)
        .distinct()
        .flatMap(named -> Arn.parse(named).map(arn -> new NamedRole(arn, named)).stream())
        .filter(role -> isOwn(role.arn()) && role.arn().resource().startsWith("role/"))
        .map(role -> sideBySide.start(() -> roleReader().role(role.arn(), role.named())))
        .toList();
  }

  private List<Supplier<Optional<ObjectNode>>> policies(
      List<Supplier<Optional<ObjectNode>>> roles) {
    return roles.stream()
        .flatMap(role -> role.get().stream())
        .flatMap(RoleReader::policies)
        .distinct()
        .map(arn -> sideBySide.start(() -> roleReader().policy(arn)))
        .toList();
  }

  private RoleReader roleReader() {
    return new RoleReader(clients, request.region());
  }

  private record NamedRole(Arn arn, String named) {}

  private Map<String, RegionReading> start(
      Map<String, Set<Arn>> groups, Set<String> withRules, Set<String> toRepair) {
    Set<String> names = new TreeSet<>(groups.keySet());
    names.addAll(withRules);
    names.addAll(toRepair);
    Map<String, RegionReading> regions = new TreeMap<>();
    for (String name : names) {
      RegionReading region = new RegionReading(clients, request.owner(), name, sideBySide);
      region.start(
          groups.getOrDefault(name, Set.of()),
          toRepair.contains(name),
          withRules.contains(name),
          request.subscriptionFilters(),
          toRepair.contains(name) ? topics(name) : Set.of());
      regions.put(name, region);
    }
    return regions;
  }

  /** The account's own log groups that trails deliver to, by Region. */
  private Map<String, Set<Arn>> logGroups(List<Trail> trails) {
    Map<String, Set<Arn>> groups = new TreeMap<>();
    trails.stream()
        .map(Trail::cloudWatchLogsLogGroupArn)
        .flatMap(arn -> Arn.parse(arn).stream())
        .filter(arn -> arn.account().equals(request.owner()))
        .forEach(arn -> groups.computeIfAbsent(arn.region(), r -> new LinkedHashSet<>()).add(arn));
    return groups;
  }

  /** Where a repair may make something: where trails of the account live, and where it runs. */
  private Set<String> repairRegions(List<Trail> trails) {
    Set<String> regions = new TreeSet<>();
    if (request.repair().isPresent()) {
      regions.add(request.region());
      trails.stream()
          .filter(trail -> Arn.parse(trail.trailARN()).filter(this::isOwn).isPresent())
          .forEach(trail -> regions.add(trail.homeRegion()));
    }
    return regions;
  }

  private boolean isOwn(Arn arn) {
    return arn.account().equals(request.owner());
  }

  /** Topics that a repair may use though nothing names them. */
  private Set<String> topics(String region) {
    Set<String> topics = new LinkedHashSet<>();
    String partition = Partition.of(region).id();
    topics.add("arn:%s:sns:%s:%s:%s".formatted(partition, region, request.owner(), OwnNames.TOPIC));
    request.repair().flatMap(SnapshotRequest.ForRepair::topicArn).ifPresent(topics::add);
    return topics;
  }

  private Set<String> ruleRegions(List<Trail> trails) {
    if (!request.eventRules()) {
      return Set.of();
    }
    Set<String> regions = new TreeSet<>();
    regions.add(request.region());
    trails.forEach(trail -> regions.add(trail.homeRegion()));
    Partition.find(request.region()).map(Partition::globalRegion).ifPresent(regions::add);
    return regions;
  }
}
