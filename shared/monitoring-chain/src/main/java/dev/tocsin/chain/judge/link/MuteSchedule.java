package dev.tocsin.chain.judge.link;

import dev.tocsin.chain.model.AlarmMuteRule;
import dev.tocsin.chain.model.AlarmMuteRule.Schedule;
import dev.tocsin.chain.verdict.Fault;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a mute rule that is not active now does to an event that comes at another time.
 *
 * <p>Windows that come once a week or more seldom and end within a day are maintenance, and noted.
 * Whatever silences an alarm more often or for longer leaves whole stretches in which nobody is
 * told, for anybody to wait for.
 *
 * <p>Source: {@code Schedule} in the CloudWatch API reference: {@code cron(Minutes Hours
 * Day-of-month Month Day-of-week)} for windows that repeat, {@code at(…)} for a single one, the
 * duration in ISO 8601.
 */
final class MuteSchedule {
  private static final Pattern CRON =
      Pattern.compile("cron\\(\\s*(\\S+)\\s+(\\S+)\\s+(\\S+)\\s+(\\S+)\\s+(\\S+)\\s*\\)");
  private static final Pattern ONCE =
      Pattern.compile("at\\(\\s*\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d)?\\s*\\)");
  private static final Pattern ONE_VALUE = Pattern.compile("\\w+");
  private static final Duration DAY = Duration.ofDays(1);

  private MuteSchedule() {}

  /** Why the rules keep the alarm silent too often, all together; empty iff they do not. */
  static Optional<Fault> fault(List<AlarmMuteRule> rules) {
    return rules.stream()
        .flatMap(rule -> fault(rule).stream())
        .findFirst()
        .or(() -> together(rules.stream().filter(MuteSchedule::isRepeated).toList()));
  }

  /** Seven rules of a day each are no rarer than one for each day. */
  private static Optional<Fault> together(List<AlarmMuteRule> repeated) {
    return repeated.size() < 2
        ? Optional.empty()
        : Optional.of(
            Fault.cannotShow(
                "it is not muted when the event comes: mute rules `%s` and `%s` silence it, each at times of its own"
                    .formatted(repeated.get(0).name(), repeated.get(1).name()),
                "mute it by one rule, once a week at most, for less than a day"));
  }

  private static boolean isRepeated(AlarmMuteRule rule) {
    return schedule(rule).filter(schedule -> !isSingle(schedule)).isPresent();
  }

  private static Optional<Fault> fault(AlarmMuteRule rule) {
    Optional<Schedule> schedule = schedule(rule);
    if (schedule.isEmpty()) {
      return Optional.of(
          Fault.cannotShow(
              "it is not muted when the event comes: the schedule of mute rule `%s` is unknown"
                  .formatted(rule.name()),
              "take the snapshot with the rule's schedule"));
    }
    boolean told = length(schedule.get().duration()).isPresent();
    if (told && (isSingle(schedule.get()) || isSeldom(schedule.get()))) {
      return Optional.empty();
    }
    return Optional.of(
        Fault.cannotShow(
            "it is not muted when the event comes: mute rule `%s` silences it by `%s` for `%s`"
                .formatted(rule.name(), schedule.get().expression(), schedule.get().duration()),
            "mute it once a week at most, for less than a day, or delete the mute rule"));
  }

  /** What the reader should know of a rule that has no {@link #fault}. */
  static String note(AlarmMuteRule rule) {
    Schedule schedule = schedule(rule).orElseThrow();
    return "is muted by `%s` at `%s` for `%s`"
        .formatted(rule.name(), schedule.expression(), schedule.duration());
  }

  private static Optional<Schedule> schedule(AlarmMuteRule rule) {
    return Optional.ofNullable(rule.rule())
        .map(AlarmMuteRule.Rule::schedule)
        .filter(schedule -> schedule.expression() != null && schedule.duration() != null);
  }

  private static boolean isSingle(Schedule schedule) {
    return ONCE.matcher(schedule.expression().strip()).matches();
  }

  private static boolean isSeldom(Schedule schedule) {
    Matcher cron = CRON.matcher(schedule.expression().strip());
    if (!cron.matches()
        || length(schedule.duration()).filter(length -> length.compareTo(DAY) < 0).isEmpty()) {
      return false;
    }
    boolean onceADay =
        List.of(cron.group(1), cron.group(2)).stream().allMatch(MuteSchedule::isOneValue);
    // With both days given, cron takes either.
    boolean weekly = cron.group(3).equals("*") && isOneValue(cron.group(5));
    boolean monthly = isOneValue(cron.group(3)) && cron.group(5).equals("*");
    return onceADay && (weekly || monthly);
  }

  private static boolean isOneValue(String field) {
    return ONE_VALUE.matcher(field).matches();
  }

  /** How long a window is; empty iff that is not understood. */
  private static Optional<Duration> length(String duration) {
    try {
      return Optional.of(Duration.parse(duration)).filter(length -> !length.isNegative());
    } catch (DateTimeParseException e) {
      return Optional.empty(); // weeks, or no duration
    }
  }
}
