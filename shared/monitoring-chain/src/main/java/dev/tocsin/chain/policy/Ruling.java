package dev.tocsin.chain.policy;

import dev.tocsin.chain.policy.PolicyReader.NotAPolicy;
import dev.tocsin.chain.policy.PolicyReader.Policy;
import dev.tocsin.filterpattern.condition.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What several policies that add up say to a request. All of their statements are asked together: a
 * denial of one that is open keeps open what another grants.
 */
final class Ruling {

  /**
   * A policy's text.
   *
   * @param place which it is, for messages, such as {@code in policy `publish`}; empty iff there is
   *     one only
   */
  record Text(String place, String json) {}

  /** A statement with the variables of its policy's version. */
  private record Bound(Statement statement, Variables variables, String place) {
    Reasoned whole() {
      return Reasoned.all(List.of(statement.concerns(variables), statement.permits(variables)));
    }

    String name() {
      return "statement `" + statement.name() + "`" + place;
    }
  }

  private final List<Bound> statements = new ArrayList<>();
  private Optional<String> unreadable = Optional.empty();

  private Ruling(List<Text> policies, PolicyKind kind, AccessRequest request) {
    for (Text text : policies) {
      try {
        Policy policy = PolicyReader.read(text.json(), kind);
        Variables variables = new Variables(policy.hasVariables(), request);
        policy.statements().forEach(one -> statements.add(new Bound(one, variables, text.place())));
      } catch (NotAPolicy e) {
        unreadable = Optional.of(e.getMessage() + text.place());
      }
    }
  }

  /**
   * {@code Allowed} iff a statement that is understood allows the request and no statement denies
   * or might deny it; {@code NotAllowed} iff no statement can allow it or one denies it; else
   * {@code CannotTell}. Never throws for a malformed policy.
   */
  static Access decide(List<Text> policies, PolicyKind kind, AccessRequest request) {
    return new Ruling(policies, kind, request).decide();
  }

  /** The same for a request that something else grants: only a denial counts. */
  static Access decideGranted(List<Text> policies, PolicyKind kind, AccessRequest request) {
    return new Ruling(policies, kind, request).decideGranted();
  }

  private Access decide() {
    Optional<Bound> grant = given(true);
    boolean none = unreadable.isEmpty() && grant.isEmpty() && open(true).isEmpty();
    if (none && given(false).isEmpty()) {
      return new Access.NotAllowed(nearMiss(), Optional.empty());
    }
    Access granted = decideGranted();
    return granted instanceof Access.Allowed && grant.isEmpty()
        ? new Access.CannotTell(open(true).orElseThrow())
        : grant
            .filter(one -> granted instanceof Access.Allowed)
            .<Access>map(one -> new Access.Allowed(one.statement().name()))
            .orElse(granted);
  }

  private Access decideGranted() {
    if (unreadable.isPresent()) {
      return new Access.CannotTell(unreadable.orElseThrow());
    }
    return given(false)
        .<Access>map(
            denial ->
                new Access.NotAllowed(
                    denial.name() + " denies it", Optional.of(denial.statement().name())))
        .or(() -> open(false).map(Access.CannotTell::new))
        .orElseGet(() -> new Access.Allowed("none that denies it"));
  }

  /** The first statement of an effect that applies for sure. */
  private Optional<Bound> given(boolean allow) {
    return all(allow).filter(bound -> bound.whole().is(Truth.TRUE)).findFirst();
  }

  /** What the first statement of an effect hangs on that might apply. */
  private Optional<String> open(boolean allow) {
    return all(allow)
        .filter(bound -> bound.whole().is(Truth.UNKNOWN))
        .map(bound -> bound.whole().why() + " in " + bound.name())
        .findFirst();
  }

  /** Why nothing applies: the condition of the first statement that speaks of the request. */
  private String nearMiss() {
    return all(true)
        .filter(bound -> bound.statement().concerns(bound.variables()).is(Truth.TRUE))
        .map(
            bound ->
                "in " + bound.name() + " " + bound.statement().permits(bound.variables()).why())
        .findFirst()
        .orElse("no statement allows it");
  }

  private Stream<Bound> all(boolean allow) {
    return statements.stream().filter(bound -> bound.statement().allow() == allow);
  }
}
