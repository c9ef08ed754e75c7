package dev.tocsin.emulator.faults;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/**
 * A run of a client with faults.
 *
 * @param account the account at the first call
 * @param later the account after some calls; the same unless something changes meanwhile
 * @param callsBefore how many calls see the first account
 * @param faults what becomes of answers
 * @param seed chooses what chance decides
 */
public record RandomRun(
    FaultedAccount account,
    FaultedAccount later,
    int callsBefore,
    List<AnswerFault> faults,
    long seed) {
  private static final int MOST_FAULTS = 3;
  private static final int MOST_CALLS = 23;
  private static final Map<FaultedAccount, Recording> RECORDINGS =
      new EnumMap<>(FaultedAccount.class);

  // A hanging call takes 45 seconds, a listing without end a thousand calls: tried one by one.
  private static final List<WireFault> KINDS =
      Stream.of(WireFault.values())
          .filter(kind -> kind != WireFault.HANGS && kind != WireFault.NEW_TOKENS)
          .toList();

  /** A run with these faults in an account that does not change. */
  public static RandomRun of(FaultedAccount account, AnswerFault... faults) {
    return new RandomRun(account, account, 0, List.of(faults), 1);
  }

  /**
   * The run of a seed: in one of ten runs something is broken or mended between two calls, in the
   * others up to three kinds of fault meet calls that chance chooses.
   */
  public static RandomRun ofSeed(long seed) {
    Random random = new Random(seed);
    FaultedAccount account = any(random, List.of(FaultedAccount.values()));
    if (random.nextInt(10) == 0) {
      boolean isMended = random.nextBoolean();
      return new RandomRun(
          isMended ? account : FaultedAccount.WHOLE,
          isMended ? FaultedAccount.WHOLE : account,
          random.nextInt(MOST_CALLS),
          List.of(),
          seed);
    }
    List<String> actions = List.copyOf(recording(account).actions());
    List<AnswerFault> faults = new ArrayList<>();
    for (int i = random.nextInt(MOST_FAULTS); i >= 0; i--) {
      boolean isReport = random.nextInt(actions.size() + 1) == 0;
      faults.add(
          new AnswerFault(
              isReport ? "config:PutEvaluations" : any(random, actions),
              any(random, KINDS),
              any(random, List.of(AnswerFault.When.values()))));
    }
    return new RandomRun(account, account, 0, List.copyOf(faults), seed);
  }

  /** Whether a verdict of COMPLIANT is true of the account at some moment of the run. */
  public boolean isMonitored() {
    return account.isMonitored() || later.isMonitored();
  }

  /** Whether a fault may lawfully change the verdict in this way. */
  public boolean mayChange(boolean toCompliant) {
    return account != later || faults.stream().anyMatch(fault -> fault.mayChange(toCompliant));
  }

  Recording recording(int calls) {
    return recording(calls <= callsBefore ? account : later);
  }

  private static synchronized Recording recording(FaultedAccount account) {
    return RECORDINGS.computeIfAbsent(account, Recording::of);
  }

  private static <T> T any(Random random, List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
