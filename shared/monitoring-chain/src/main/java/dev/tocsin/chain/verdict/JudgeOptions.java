package dev.tocsin.chain.verdict;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What the rule's parameters leave to the user.
 *
 * @param acceptEventBridge whether EventBridge rules count beside alarms
 * @param acceptedActions actions that count as a person told, besides SNS topics
 * @param acceptedWatchers what counts beside metric filters and alarms on a log group
 * @param maxEventsToAlarm how many matching events within one period may be needed to raise the
 *     alarm, at least 1
 * @param monitoringAccount the account whose monitoring the snapshot holds, where that is not the
 *     judged one; only its organization trails carry the judged account's events
 * @param now the moment for which delivery age and mute rules are judged
 */
public record JudgeOptions(
    boolean acceptEventBridge,
    Set<ActionKind> acceptedActions,
    Set<WatcherKind> acceptedWatchers,
    int maxEventsToAlarm,
    Optional<String> monitoringAccount,
    Instant now) {

  public JudgeOptions {
    acceptedActions = Set.copyOf(acceptedActions);
    acceptedWatchers = Set.copyOf(acceptedWatchers);
    if (maxEventsToAlarm < 1) {
      throw new IllegalArgumentException(
          "`maxEventsToAlarm`: expected at least 1, found " + maxEventsToAlarm);
    }
  }

  /** The account whose trails, log groups and alarms count for a judged account. */
  public String watcherOf(String account) {
    return monitoringAccount.orElse(account);
  }

  /** The defaults: alarms only, SNS only, one event, judged at that moment. */
  public static JudgeOptions at(Instant now) {
    return new JudgeOptions(false, Set.of(), Set.of(), 1, Optional.empty(), now);
  }
}
