package dev.tocsin.chain.policy;

import dev.tocsin.chain.policy.PolicyReader.NotAPolicy;
import dev.tocsin.chain.policy.PolicyReader.Policy;
import dev.tocsin.filterpattern.condition.Truth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The policy attached to a resource, as IAM evaluates it for a call by an AWS service. */
public final class ResourcePolicy {

  private ResourcePolicy() {}

  /**
   * {@code Allowed} iff a statement that is understood allows the request and no statement denies
   * or might deny it; {@code NotAllowed} iff no statement can allow it or one denies it; else
   * {@code CannotTell}. Never throws for a malformed policy.
   *
   * @param policy the document's JSON text
   */
  public static Access decide(String policy, AccessRequest request) {
    Policy read;
    try {
      read = PolicyReader.read(policy);
    } catch (NotAPolicy e) {
      return new Access.CannotTell(e.getMessage());
    }
    Variables variables = new Variables(read.hasVariables(), request);
    Ruling denial = new Ruling(read.statements(), variables, false);
    Ruling grant = new Ruling(read.statements(), variables, true);
    if (denial.given().isPresent()) {
      return new Access.NotAllowed(
          "statement `%s` denies it".formatted(denial.given().orElseThrow()), denial.given());
    }
    if (grant.given().isEmpty() && grant.open().isEmpty()) {
      return new Access.NotAllowed(grant.nearMiss(), Optional.empty());
    }
    if (denial.open().isPresent()) {
      return new Access.CannotTell(denial.open().orElseThrow());
    }
    return grant
        .given()
        .<Access>map(Access.Allowed::new)
        .orElseGet(() -> new Access.CannotTell(grant.open().orElseThrow()));
  }

  /** What all statements of one effect say. */
  private record Ruling(List<Statement> statements, Variables variables, boolean allow) {

    /** The first statement that applies for sure. */
    Optional<String> given() {
      return all()
          .filter(statement -> whole(statement).is(Truth.TRUE))
          .map(Statement::name)
          .findFirst();
    }

    /** What the first statement hangs on that might apply. */
    Optional<String> open() {
      return all()
          .filter(statement -> whole(statement).is(Truth.UNKNOWN))
          .map(statement -> whole(statement).why() + " in statement `" + statement.name() + "`")
          .findFirst();
    }

    /** Why nothing applies: the condition of the first statement that speaks of the request. */
    String nearMiss() {
      return all()
          .filter(statement -> statement.concerns(variables).is(Truth.TRUE))
          .map(
              statement ->
                  "in statement `" + statement.name() + "` " + statement.permits(variables).why())
          .findFirst()
          .orElse("no statement allows it");
    }

    private Stream<Statement> all() {
      return statements.stream().filter(statement -> statement.allow() == allow);
    }

    private Reasoned whole(Statement statement) {
      return Reasoned.all(List.of(statement.concerns(variables), statement.permits(variables)));
    }
  }
}
