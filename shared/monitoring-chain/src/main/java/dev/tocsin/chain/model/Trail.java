package dev.tocsin.chain.model;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.UpperCamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import java.util.Optional;

/**
 * A trail: what {@code describe-trails} says, with the answers of {@code get-trail-status} and
 * {@code get-event-selectors} put in.
 *
 * @param includeGlobalServiceEvents absent means true, as {@code create-trail} takes it
 * @param status absent iff it was not read
 * @param eventSelectors basic selectors; both lists of selectors are empty iff they were not read,
 *     since every trail has some
 * @param denied IAM actions that were refused for this trail
 */
@JsonNaming(UpperCamelCaseStrategy.class)
public record Trail(
    @JsonProperty(required = true) String name,
    @JsonProperty(value = "TrailARN", required = true) String trailArn,
    @JsonProperty(required = true) String homeRegion,
    @JsonProperty("IsMultiRegionTrail") boolean multiRegion,
    @JsonProperty("IsOrganizationTrail") boolean organization,
    @JsonProperty("IncludeGlobalServiceEvents") Boolean includeGlobalServiceEvents,
    String cloudWatchLogsLogGroupArn,
    TrailStatus status,
    List<EventSelector> eventSelectors,
    List<AdvancedEventSelector> advancedEventSelectors,
    List<String> denied) {

  public Trail {
    Partition.require("HomeRegion", homeRegion);
    includeGlobalServiceEvents = includeGlobalServiceEvents == null || includeGlobalServiceEvents;
    eventSelectors = Lists.orEmpty(eventSelectors);
    advancedEventSelectors = Lists.orEmpty(advancedEventSelectors);
    denied = Lists.orEmpty(denied);
  }

  /** Whether its ARN is that of a trail of its name and home Region. */
  public boolean hasItsOwnArn() {
    return Arn.parse(trailArn)
        .filter(arn -> arn.service().equals("cloudtrail"))
        .filter(arn -> arn.elsewhereThan(homeRegion).isEmpty())
        .filter(arn -> arn.account().matches("[0-9]{12}"))
        .filter(arn -> arn.resource().equals("trail/" + name))
        .isPresent();
  }

  /** Whether it is known to record events now; false also where its status was not read. */
  @JsonIgnore
  public boolean isLogging() {
    return status != null && status.logging();
  }

  /** Whether the trail names a log group to deliver to, be it a well-formed name or not. */
  public boolean namesLogGroup() {
    return Arn.isNamed(cloudWatchLogsLogGroupArn);
  }

  /** The log group it delivers to; empty iff it names none, or what it names is no ARN. */
  public Optional<Arn> logGroup() {
    return Arn.parse(cloudWatchLogsLogGroupArn);
  }

  /** The account that owns the trail, twelve digits; empty iff the ARN is none. */
  public String owner() {
    return Arn.parse(trailArn).map(Arn::account).orElse("");
  }
}
