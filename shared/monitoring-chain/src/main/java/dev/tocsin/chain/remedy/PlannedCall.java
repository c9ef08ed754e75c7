package dev.tocsin.chain.remedy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One AWS API call of a plan. It is made iff not all of {@code done} hold and all of {@code only}
 * do; if one of {@code only} does not, the account is not as planned for, and a person is told.
 *
 * @param region where it is made
 * @param service the service as the AWS CLI names it, for example {@code logs}
 * @param operation the API's name, for example {@code PutMetricFilter}
 * @param parameters its request, in the API's own shape
 * @param rest where the members of the request are read that {@code parameters} leaves out, for an
 *     operation that replaces the whole of what is there
 * @param why one line for the person who approves the plan, lower case, no final stop
 * @param keeps what the call leaves as it is, lower case, no final stop
 * @param repairs the controls it is for, by id; what is undone, where nothing is repaired
 * @param done what is true once the call was made; empty iff that cannot be read
 * @param only what must be true just before it is made
 * @param waitsOut error codes that pass by themselves within a minute, such as those of a role that
 *     was just made
 */
public record PlannedCall(
    String region,
    String service,
    String operation,
    ObjectNode parameters,
    Optional<Read> rest,
    String why,
    String keeps,
    List<String> repairs,
    List<Expectation> done,
    List<Expectation> only,
    List<String> waitsOut) {

  public PlannedCall {
    repairs = List.copyOf(repairs);
    done = List.copyOf(done);
    only = List.copyOf(only);
    waitsOut = List.copyOf(waitsOut);
  }

  /** Service and operation, for example {@code logs:PutMetricFilter}. */
  public String name() {
    return service + ":" + operation;
  }

  /** The same for other controls, or for more of them. */
  public PlannedCall repairing(List<String> controls) {
    return new PlannedCall(
        region, service, operation, parameters, rest, why, keeps, controls, done, only, waitsOut);
  }

  /** The same if more holds just before it is made. */
  public PlannedCall onlyIf(List<Expectation> more) {
    List<Expectation> all = new ArrayList<>(only);
    all.addAll(more);
    return new PlannedCall(
        region, service, operation, parameters, rest, why, keeps, repairs, done, all, waitsOut);
  }

  /**
   * The same over something that is there.
   *
   * @param changes the members that change
   * @param others where the other members are read, just before the call is made
   */
  public PlannedCall over(ObjectNode changes, Read others) {
    return with(changes, Optional.of(others));
  }

  /** The same with a request of which nothing is left out. */
  public PlannedCall complete(ObjectNode request) {
    return with(request, Optional.empty());
  }

  private PlannedCall with(ObjectNode request, Optional<Read> others) {
    return new PlannedCall(
        region, service, operation, request, others, why, keeps, repairs, done, only, waitsOut);
  }
}
