package dev.tocsin.chain.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.UpperCamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An alarm over the states of other alarms.
 *
 * @param alarmRule the expression, for example {@code ALARM("a") OR ALARM("b")}
 * @param actionsSuppressor name or ARN of the alarm that silences this one; null iff none does
 * @param actionsSuppressedBy what silences it now: {@code Alarm}, {@code WaitPeriod} or {@code
 *     ExtensionPeriod}; null iff nothing does
 * @param actionsSuppressorWaitPeriod seconds it waits for the suppressor before it tells, null iff
 *     it has no suppressor
 * @param actionsSuppressorExtensionPeriod seconds it stays silent after the suppressor, null iff it
 *     has none
 */
@JsonNaming(UpperCamelCaseStrategy.class)
public record CompositeAlarm(
    @JsonProperty(required = true) String alarmName,
    String alarmArn,
    Boolean actionsEnabled,
    List<String> alarmActions,
    @JsonProperty("OKActions") List<String> okActions,
    List<String> insufficientDataActions,
    String stateValue,
    Instant stateTransitionedTimestamp,
    @JsonProperty(required = true) String alarmRule,
    String actionsSuppressor,
    String actionsSuppressedBy,
    Integer actionsSuppressorWaitPeriod,
    Integer actionsSuppressorExtensionPeriod)
    implements Alarm {

  public CompositeAlarm {
    actionsEnabled = actionsEnabled == null || actionsEnabled;
    alarmActions = Lists.orEmpty(alarmActions);
    okActions = Lists.orEmpty(okActions);
    insufficientDataActions = Lists.orEmpty(insufficientDataActions);
  }

  /** Name or ARN of the alarm that silences this one; empty iff none does. */
  public Optional<String> suppressor() {
    return Optional.ofNullable(actionsSuppressor).filter(name -> !name.isBlank());
  }

  @Override
  public String kind() {
    return "composite alarm";
  }
}
