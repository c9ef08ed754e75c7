package dev.tocsin.chain.delivery;

import dev.tocsin.chain.delivery.Recipients.Destination;
import dev.tocsin.chain.model.Arn;
import dev.tocsin.chain.verdict.Fault;
import java.util.Optional;

/**
 * Where a log group's subscription filter sends events. CloudWatch Logs delivers to a stream or
 * function of the group's own account and Region, and to a destination of its Region that another
 * account made (CloudWatch Logs API reference, PutSubscriptionFilter; user guide, "Cross-account
 * log data sharing").
 */
public final class Destinations {
  private Destinations() {}

  /**
   * What is known of a destination.
   *
   * @param fault why nothing is delivered there; empty iff nothing is known to stand in the way
   * @param words its kind and ARN
   * @param open what cannot be seen from here, a sentence's second half
   */
  public record Answer(Optional<Fault> fault, String words, String open) {}

  /**
   * The destination of that ARN.
   *
   * @param region the log group's
   * @param account the log group's
   */
  public static Answer judge(String text, String region, String account) {
    Optional<Arn> arn = Arn.parse(text);
    Optional<Destination> kind = arn.flatMap(Destinations::kind);
    if (kind.isEmpty()) {
      return new Answer(
          Optional.of(
              Fault.cannotShow(
                  "anything is told: `%s` is no destination that is known".formatted(text),
                  "send to a Kinesis data stream, a Firehose stream, a Lambda function or a destination of another account")),
          "`" + text + "`",
          "");
    }
    Destination destination = kind.orElseThrow();
    return new Answer(
        fault(destination, arn.orElseThrow(), region, account),
        destination.as() + " `" + text + "`",
        "whether they arrive, %s, and whether a person is told is not visible here"
            .formatted(destination.open()));
  }

  private static Optional<Fault> fault(
      Destination destination, Arn arn, String region, String account) {
    Optional<String> elsewhere = arn.elsewhereThan(region);
    if (elsewhere.isPresent()) {
      return Optional.of(
          Fault.of(
              "sends to what %s, but the log group is in `%s`, and so has to be its destination"
                  .formatted(elsewhere.orElseThrow(), region),
              "name a destination in `" + region + "`"));
    }
    return destination.sameAccount() && !arn.account().equals(account)
        ? Optional.of(
            Fault.of(
                "sends to a %s of account %s, which only a CloudWatch Logs destination of that account can fill"
                    .formatted(destination.as(), arn.account()),
                "let account %s make one with `aws logs put-destination`, and name that"
                    .formatted(arn.account())))
        : Optional.empty();
  }

  private static Optional<Destination> kind(Arn arn) {
    return Recipients.LISTED.destinations().stream()
        .filter(one -> one.service().equals(arn.service()))
        .filter(one -> arn.resource().startsWith(one.resource()))
        .findFirst();
  }
}
