package dev.tocsin.chain.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One account's monitoring at one moment.
 *
 * @param account the twelve digits of the account that is judged
 * @param region where the evaluation runs, for example {@code eu-west-1}; the judge follows trails
 *     to their home Regions wherever that is
 * @param takenAt when it was read
 * @param trails what {@code describe-trails} lists in that Region, shadow trails included
 * @param enabledRegions the Regions in which the account can be used; empty iff that is not known
 * @param regions what was read of each Region, by its name; a Region that is absent was not read
 * @param roles the roles in which something of the chain acts; one that is absent was not read, or
 *     does not exist
 * @param policies the policies attached to them
 */
public record Snapshot(
    @JsonProperty(required = true) String account,
    @JsonProperty(required = true) String region,
    @JsonProperty(required = true) Instant takenAt,
    List<Trail> trails,
    List<String> enabledRegions,
    Map<String, RegionMonitoring> regions,
    @JsonProperty("RoleDetailList") List<Role> roles,
    @JsonProperty("Policies") List<ManagedPolicy> policies) {

  private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");

  public Snapshot {
    if (!isAccountId(account)) {
      throw new BadMember("account", "is %s; expected twelve digits".formatted(Quoted.of(account)));
    }
    Partition.require("region", region);
    trails = Checks.listedOnce("trails", trails, Trail::trailArn);
    enabledRegions = Lists.orEmpty(enabledRegions);
    regions = Lists.orEmpty(regions);
    regions.keySet().forEach(name -> Partition.require("regions", name));
    roles = Checks.listedOnce("RoleDetailList", roles, Role::arn);
    policies = Checks.listedOnce("Policies", policies, ManagedPolicy::arn);
  }

  /** What was read of a Region; empty iff the Region was not read. */
  public Optional<RegionMonitoring> in(String regionName) {
    return Optional.ofNullable(regions.get(regionName));
  }

  /** Whether a text is in the form of an account's id: twelve digits. */
  public static boolean isAccountId(String text) {
    return ACCOUNT.matcher(text).matches();
  }
}
