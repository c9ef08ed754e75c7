package dev.tocsin.aws;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.chain.remedy.Expectation;
import dev.tocsin.chain.remedy.Plan;
import dev.tocsin.chain.remedy.PlannedCall;
import dev.tocsin.chain.remedy.Read;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** Carries a plan out, in the plan's account only, and looks again just before each call. */
public final class PlanCarrier {
  /** A role that was just made takes a while until CloudTrail may assume it. */
  private static final int TRIES = 7;

  private static final String CHANGED =
      "what it would write over changed since it was read: plan again";

  private final AwsClients clients;
  private final Operations operations;
  private final PlanReads reads;
  private final Duration pause;

  /** A carrier with the account and settings of these clients. */
  public PlanCarrier(AwsClients clients) {
    this(clients, Duration.ofSeconds(10));
  }

  PlanCarrier(AwsClients clients, Duration pause) {
    this.clients = clients;
    this.operations = new Operations(clients);
    this.reads = new PlanReads(operations);
    this.pause = pause;
  }

  /**
   * A plan as it stands against the account.
   *
   * @param plan what is left to do; a control that something keeps from being repaired is left to a
   *     person
   * @param kept what the calls that are not made are for
   */
  public record Settled(Plan plan, Set<String> kept) {}

  /**
   * Looks at everything that the calls hang on, and changes nothing.
   *
   * @throws AccountReadException if something cannot be read
   * @throws PlanStopped if the credentials are another account's
   */
  public Settled settle(Plan plan) {
    requireAccount(plan);
    List<PlannedCall> left = plan.calls().stream().filter(call -> !reads.isDone(call)).toList();
    Set<String> kept = new HashSet<>();
    Set<String> byHand = new LinkedHashSet<>(plan.byHand());
    for (PlannedCall call : left) {
      Optional<Expectation> obstacle = reads.obstacle(call);
      if (obstacle.isPresent()) {
        kept.addAll(call.repairs());
        byHand.add(obstacle.get().otherwise());
      }
    }
    Map<Read, ObjectNode> written = new HashMap<>();
    List<PlannedCall> calls =
        left.stream()
            .filter(call -> !kept.containsAll(call.repairs()))
            .map(call -> whole(call, written))
            .toList();
    return new Settled(
        new Plan(plan.account(), calls, List.copyOf(byHand), plan.noise(), plan.notes()), kept);
  }

  /**
   * The call with all members of its request, so that it can be read and pasted; it hangs on those
   * that are written back as they were.
   *
   * @param written what earlier calls of the plan leave behind, by where it is read; added to
   */
  private PlannedCall whole(PlannedCall call, Map<Read, ObjectNode> written) {
    return call.rest()
        .map(
            rest -> {
              ObjectNode found =
                  written.containsKey(rest) ? written.get(rest) : reads.members(call, rest);
              ObjectNode request = found.deepCopy().setAll(call.parameters());
              written.put(rest, request);
              ObjectNode back = found.deepCopy();
              call.parameters().fieldNames().forEachRemaining(back::remove);
              Expectation same = new Expectation(rest, back, true, CHANGED);
              return call.complete(request).onlyIf(List.of(same));
            })
        .orElse(call);
  }

  /**
   * Makes the calls, in order; one that was made already is passed over.
   *
   * @param progress told of every call, as a clause
   * @throws PlanStopped if one is refused, or the account is no longer as planned for
   * @throws AccountReadException if what a call hangs on cannot be read
   */
  public void carryOut(Plan plan, Consumer<String> progress) {
    requireAccount(plan);
    List<String> done = new ArrayList<>();
    for (int i = 0; i < plan.calls().size(); i++) {
      PlannedCall call = plan.calls().get(i);
      List<PlannedCall> left = plan.calls().subList(i, plan.calls().size());
      if (reads.isDone(call)) {
        progress.accept("in place already: " + call.name());
        continue;
      }
      Optional<Expectation> obstacle = reads.obstacle(call);
      if (obstacle.isPresent()) {
        throw PlanStopped.changed(call, obstacle.get().otherwise(), done, left);
      }
      make(call, done, left);
      done.add(call.name());
      progress.accept("done: " + call.name());
    }
  }

  private void make(PlannedCall call, List<String> done, List<PlannedCall> left) {
    ObjectNode request = reads.request(call);
    for (int tries = 1; ; tries++) {
      try {
        operations.call(call.name(), call.region(), request);
        return;
      } catch (AwsServiceException refused) {
        if (tries == TRIES || !call.waitsOut().contains(code(refused))) {
          throw PlanStopped.refused(call, refused, done, left);
        }
      } catch (SdkException failed) {
        throw PlanStopped.refused(call, failed, done, left);
      }
      rest();
    }
  }

  private void rest() {
    try {
      Thread.sleep(pause.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private void requireAccount(Plan plan) {
    String account = clients.account();
    if (!account.equals(plan.account())) {
      throw PlanStopped.otherAccount(plan.account(), account);
    }
  }

  private static String code(AwsServiceException refused) {
    return Optional.ofNullable(refused.awsErrorDetails())
        .map(AwsErrorDetails::errorCode)
        .orElse("");
  }
}
