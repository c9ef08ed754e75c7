package dev.tocsin.drill;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.chain.alarm.MetricId;
import dev.tocsin.chain.model.Alarm;
import dev.tocsin.chain.model.CompositeAlarm;
import dev.tocsin.chain.model.Topic;
import dev.tocsin.chain.verdict.Finding;
import java.util.List;

/**
 * What a drill would write, and what it would watch. Nothing has been written yet.
 *
 * @param account twelve digits
 * @param region where the log group, its filters and alarms are, or the rule
 * @param way what it writes to; {@code NONE} where the chain ends before anything can be written
 * @param place the log group, or the bus
 * @param record the marked record
 * @param read what is known from reading; its last step is broken iff there is nothing to write to
 * @param metrics those that count the record and that alarms read, or in which a rule's invocations
 *     are counted
 * @param alarms those that read the metrics, and composite alarms over them
 * @param targets for a rule, the topics it notifies
 * @param topics all that the Region has
 * @param judged what the verdict finds broken, whether or not this record would meet it
 * @param notes what the reader should know besides
 */
public record DrillPlan(
    String account,
    String region,
    String control,
    Way way,
    String place,
    ObjectNode record,
    List<Step> read,
    List<MetricId> metrics,
    List<Alarm> alarms,
    List<String> targets,
    List<Topic> topics,
    List<Finding> judged,
    List<String> notes) {

  /** The log stream that drills write to, and how everything they write begins. */
  public static final String MARK = "tocsin-drill";

  /** Where the event enters the chain. */
  public enum Way {
    /** A record in the trail's log group. */
    RECORD,
    /** The alarms' state is set, and nothing is written to the log group. */
    ALARM_STATE,
    /** An event on the default bus. */
    BUS,
    /** Nowhere. */
    NONE
  }

  public DrillPlan {
    read = List.copyOf(read);
    metrics = List.copyOf(metrics);
    alarms = List.copyOf(alarms);
    targets = List.copyOf(targets);
    topics = List.copyOf(topics);
    judged = List.copyOf(judged);
    notes = List.copyOf(notes);
  }

  /** The same, by setting the alarms' state. */
  public DrillPlan alarmOnly() {
    return way != Way.RECORD
        ? this
        : new DrillPlan(
            account,
            region,
            control,
            Way.ALARM_STATE,
            place,
            record,
            read,
            metrics,
            alarms,
            targets,
            topics,
            judged,
            notes);
  }

  /** What will be done, one clause each; empty iff nothing can be. */
  public List<String> deeds() {
    return switch (way) {
      case RECORD ->
          List.of(
              "write record `%s` to log stream `%s` of log group `%s` in %s"
                  .formatted(id(), MARK, place, region));
      case ALARM_STATE ->
          metricAlarms().stream()
              .map(alarm -> "set alarm `%s` in %s to ALARM".formatted(alarm, region))
              .toList();
      case BUS ->
          List.of(
              "put event `%s` with source `%s` on the default bus in %s"
                  .formatted(id(), MARK, region));
      case NONE -> List.of();
    };
  }

  /** The same once it has been done. */
  List<String> done() {
    return deeds().stream().map(deed -> deed.replaceFirst("^write", "wrote")).toList();
  }

  /** The marked record's id. */
  public String id() {
    return record.path("eventID").asText();
  }

  /** The alarms whose state can be set so that it comes back by itself. */
  List<String> metricAlarms() {
    return alarms.stream()
        .filter(alarm -> !(alarm instanceof CompositeAlarm))
        .map(Alarm::alarmName)
        .toList();
  }

  /** The permissions that carrying it out takes beyond those of reading, with their resources. */
  public List<String> permissions() {
    return DrillPermissions.of(this);
  }
}
