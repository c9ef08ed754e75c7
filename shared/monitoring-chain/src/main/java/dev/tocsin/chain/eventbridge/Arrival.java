package dev.tocsin.chain.eventbridge;

import dev.tocsin.chain.model.Partition;
import dev.tocsin.filterpattern.FilterPattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which CloudTrail records arrive at the default bus of a Region and are shown to its rules, as a
 * filter pattern that errs on the side of fewer.
 *
 * <p>Records arrive in the Region they name. Those of global services, and of sign-ins by the root
 * user, are all made in one Region of the partition, so that a rule there sees them whatever else
 * is asked (CloudTrail user guide, "Global service events" and "Console sign-in events"). A rule in
 * state {@code ENABLED} is not shown management events that read, and was never shown those whose
 * names begin with {@code Describe}, {@code Get} or {@code List} (EventBridge user guide,
 * "Receiving read-only management events").
 */
final class Arrival {

  private static final String WITHOUT_READS =
      Stream.of("Describe*", "Get*", "List*")
          .map(name -> "$.eventName != \"" + name + "\"")
          .collect(
              Collectors.joining(" && ", "($.readOnly IS FALSE || $.readOnly NOT EXISTS) && ", ""));

  private Arrival() {}

  /**
   * What a rule is shown.
   *
   * @param allManagementEvents whether its state is {@code
   *     ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS}
   */
  static FilterPattern at(String region, boolean allManagementEvents) {
    String places =
        Stream.concat(
                Stream.of("($.awsRegion = \"" + region + "\")"),
                Partition.of(region).globalRegion().equals(region)
                    ? global(Partition.of(region))
                    : Stream.of())
            .collect(Collectors.joining(" || ", "(", ")"));
    return FilterPattern.of(
        "{ " + places + (allManagementEvents ? "" : " && " + WITHOUT_READS) + " }");
  }

  /** What a rule in state {@code ENABLED} is shown, wherever it is. */
  static FilterPattern withoutReads() {
    return FilterPattern.of("{ " + WITHOUT_READS + " }");
  }

  private static Stream<String> global(Partition partition) {
    Stream<String> services =
        switch (partition) {
          case AWS -> Stream.of("iam", "organizations", "cloudfront", "route53");
          case US_GOV -> Stream.of("iam", "organizations");
          case CHINA -> Stream.of("iam");
          // Nothing is published on where the other partitions record such events.
          case ISO, ISO_B, ISO_E, ISO_F, EUSC -> Stream.of();
        };
    Stream<String> tests =
        services.map(service -> "($.eventSource = \"" + service + ".amazonaws.com\")");
    return partition == Partition.AWS
        ? Stream.concat(
            tests,
            Stream.of(
                "($.eventSource = \"signin.amazonaws.com\" && $.userIdentity.type = \"Root\")"))
        : tests;
  }
}
