package dev.tocsin.emulator.faults;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** The answers that AWS gave about an account, by what was asked. Thread-safe. */
public final class Recording {
  private final Map<Asked, Answer> answers = new ConcurrentHashMap<>();

  /** The recording of an account that is kept beside this class. */
  public static Recording of(FaultedAccount account) {
    Recording recording = new Recording();
    RecordingFile.read(account).forEach(recording::add);
    return recording;
  }

  /** Keeps it beside this class, below the root of the repository. */
  public void keep(FaultedAccount account, Path root) {
    RecordingFile.write(account, root, answers);
  }

  void add(Asked asked, Answer answer) {
    answers.put(asked, answer);
  }

  /** The IAM actions that were asked for, by name. */
  public Set<String> actions() {
    Set<String> actions = new TreeSet<>();
    answers.keySet().forEach(asked -> actions.add(asked.action()));
    return actions;
  }

  /**
   * The answer of a call. The next page under a token that a fault made is that under none. What
   * was never asked is about what a fault named, and so is not there.
   */
  Answer of(Asked asked) {
    Answer answer = answers.get(asked);
    if (answer != null) {
      return answer;
    }
    List<Answer> likely =
        answers.keySet().stream()
            .filter(known -> known.action().equals(asked.action()))
            .filter(known -> known.region().equals(asked.region()))
            .filter(known -> Tokens.withoutMade(asked).equals(Tokens.plain(known)))
            .map(answers::get)
            .toList();
    return likely.isEmpty()
        ? asked.protocol().error(Codes.notFoundStatus(asked), Codes.notFound(asked), "none")
        : likely.get(0);
  }
}
