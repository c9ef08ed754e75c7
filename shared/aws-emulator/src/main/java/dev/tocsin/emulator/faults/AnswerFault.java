package dev.tocsin.emulator.faults;

import java.util.Random;
import java.util.Set;

/**
 * A kind of fault in some answers.
 *
 * @param action the IAM action of the spoiled calls; {@code *} for all
 * @param kind what becomes of the answers
 * @param when which of the calls
 */
public record AnswerFault(String action, WireFault kind, When when) {
  /** Where what is not found stood in the way of an alarm. */
  private static final Set<String> OBSTACLES =
      Set.of("cloudwatch:GetAlarmMuteRule", "logs:GetDataProtectionPolicy");

  /** Which of the calls with the same content. */
  public enum When {
    /** Every one, retries too. */
    ALWAYS,
    /** The first one only. */
    FIRST,
    /** Each with an even chance. */
    AT_TIMES
  }

  /** Every answer of a call. */
  public static AnswerFault always(String action, WireFault kind) {
    return new AnswerFault(action, kind, When.ALWAYS);
  }

  /** Whether it may lawfully change a verdict in this way: see {@link WireFault.Effect}. */
  boolean mayChange(boolean toCompliant) {
    return switch (kind.effect()) {
      case NONE -> false;
      case DATA -> true;
      case LAWFUL -> !toCompliant || OBSTACLES.contains(action);
    };
  }

  boolean isIn(Asked asked, int before, Random random) {
    boolean isAbout = action.equals("*") || action.equals(asked.action());
    return isAbout
        && switch (when) {
          case ALWAYS -> true;
          case FIRST -> before == 0;
          case AT_TIMES -> random.nextBoolean();
        };
  }
}
