package dev.tocsin.emulator.faults;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** What a {@link FaultProxy} was asked and told in one run. Thread-safe. */
public final class ProxiedRun {
  private static final String REPORT = "config:PutEvaluations";

  private final RandomRun run;
  private final List<String> calls = Collections.synchronizedList(new ArrayList<>());
  private final List<String> reports = Collections.synchronizedList(new ArrayList<>());
  private final Map<Asked, Integer> asked = new HashMap<>();
  private int spoiled;

  ProxiedRun(RandomRun run) {
    this.run = run;
  }

  /** The IAM actions of the calls so far, oldest first. */
  public List<String> calls() {
    return List.copyOf(calls);
  }

  /** What AWS Config was told, as JSON; what it refused is left out. */
  public List<String> reports() {
    return List.copyOf(reports);
  }

  /** How many answers were spoiled. */
  public synchronized int spoiled() {
    return spoiled;
  }

  /** The most often that the same was asked. */
  public synchronized int mostRepeated() {
    return asked.values().stream().mapToInt(count -> count).max().orElse(0);
  }

  synchronized Answer answer(Asked call) {
    calls.add(call.action());
    int before = asked.merge(call, 1, Integer::sum) - 1;
    Answer answer = good(call);
    // Not of the order in which threads ask: the same run is the same again.
    Random random = new Random(run.seed() + 31L * call.hashCode() + before);
    Optional<AnswerFault> first =
        run.faults().stream().filter(fault -> fault.isIn(call, before, random)).findFirst();
    if (first.isPresent()) {
      answer = first.get().kind().spoil(call, answer, spoiled++, random);
    }
    if (call.action().equals(REPORT) && answer.status() < 300) {
      reports.add(call.body());
    }
    return answer;
  }

  private Answer good(Asked call) {
    return call.action().equals(REPORT)
        ? Answer.of(
            200,
            "application/x-amz-json-1.1",
            "{\"FailedEvaluations\":[]}".getBytes(StandardCharsets.UTF_8))
        : run.recording(calls.size()).of(call);
  }
}
