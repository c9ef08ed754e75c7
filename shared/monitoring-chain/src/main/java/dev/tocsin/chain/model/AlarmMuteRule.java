package dev.tocsin.chain.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.UpperCamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.util.List;

/**
 * The answer of {@code get-alarm-mute-rule}: while it is active, the actions of its alarms are not
 * executed.
 *
 * @param status {@code SCHEDULED}, {@code ACTIVE} or {@code EXPIRED}
 * @param muteTargets null iff the rule mutes no alarm by name
 */
@JsonNaming(UpperCamelCaseStrategy.class)
public record AlarmMuteRule(
    @JsonProperty(required = true) String name,
    String alarmMuteRuleArn,
    String status,
    MuteTargets muteTargets,
    Rule rule,
    Instant startDate,
    Instant expireDate) {

  public AlarmMuteRule {
    muteTargets = muteTargets == null ? new MuteTargets(List.of()) : muteTargets;
  }

  /** The alarms that are muted. */
  @JsonNaming(UpperCamelCaseStrategy.class)
  public record MuteTargets(@JsonProperty(required = true) List<String> alarmNames) {
    public MuteTargets {
      alarmNames = Lists.orEmpty(alarmNames);
    }
  }

  /** When the rule is active. */
  @JsonNaming(UpperCamelCaseStrategy.class)
  public record Rule(Schedule schedule) {}

  /**
   * A repeated window.
   *
   * @param expression {@code cron(…)} or {@code at(…)}
   * @param duration ISO 8601, for example {@code PT2H}
   * @param timezone an IANA name; null means UTC
   */
  @JsonNaming(UpperCamelCaseStrategy.class)
  public record Schedule(String expression, String duration, String timezone) {}
}
