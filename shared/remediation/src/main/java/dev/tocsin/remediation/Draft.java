package dev.tocsin.remediation;

import dev.tocsin.chain.model.Snapshot;
import dev.tocsin.chain.model.Topic;
import dev.tocsin.chain.model.Topic.Subscription;
import dev.tocsin.chain.remedy.PlannedCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A plan in the making, and the account as it would be.
 *
 * @param account with the calls made and those confirmed who are asked to
 * @param calls in the order they are made
 * @param waiting what a person has to do once they are made
 */
record Draft(Snapshot account, List<PlannedCall> calls, List<String> waiting) {

  Draft {
    calls = List.copyOf(calls);
    waiting = List.copyOf(waiting);
  }

  static Draft of(Snapshot account) {
    return new Draft(account, List.of(), List.of());
  }

  /** With one more call. */
  Draft with(PlannedCall call) {
    return new Draft(Effects.of(call, account), appended(calls, call), waiting);
  }

  /** The same, but for a person who confirms a subscription that waits for it. */
  Draft waitingFor(String topicArn, Subscription pending, String shown) {
    return new Draft(Effects.confirmed(topicArn, pending, account), calls, waiting)
        .waitingFor(shown);
  }

  /** The same; the account already shows the subscription as confirmed. */
  Draft waitingFor(String shown) {
    return withAdvice("waiting for " + shown + " to confirm the subscription");
  }

  /** With something that a person has to do besides. */
  Draft withAdvice(String advice) {
    return waiting.contains(advice) ? this : new Draft(account, calls, appended(waiting, advice));
  }

  /** A topic as it would be. */
  Optional<Topic> topic(String region, String arn) {
    return account.in(region).stream()
        .flatMap(read -> read.topics().stream())
        .filter(topic -> topic.topicArn().equals(arn))
        .findFirst();
  }

  private static <T> List<T> appended(List<T> list, T last) {
    List<T> longer = new ArrayList<>(list);
    longer.add(last);
    return longer;
  }
}
