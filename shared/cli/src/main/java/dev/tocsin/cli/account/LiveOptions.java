package dev.tocsin.cli.account;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.aws.AwsClients;
import dev.tocsin.chain.model.Snapshot;
import dev.tocsin.cli.io.InputProblem;
import dev.tocsin.cli.io.Terminal;
import dev.tocsin.evaluation.Extent;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which live account to read; what is left out is found as the AWS SDK finds it. */
public final class LiveOptions {

  @Option(
      names = "--profile",
      paramLabel = "NAME",
      description = "Credentials of this profile; default: those the AWS SDK finds.")
  private String profile;

  @Option(
      names = "--region",
      paramLabel = "REGION",
      description = "Start in this Region; trails are followed to their own.")
  private String region;

  @Option(
      names = "--endpoint-url",
      paramLabel = "URL",
      description = "Send every call there instead of to AWS, for instance to an emulator.")
  private URI endpoint;

  /** The Region that is named. */
  Optional<String> region() {
    return Optional.ofNullable(region);
  }

  Snapshot read(Extent extent, Terminal terminal) {
    return account().read(extent, terminal);
  }

  /** Why AWS could not be asked about a missed event; empty iff it agrees. */
  public Optional<String> confirm(String required, List<String> deployed, ObjectNode missedEvent) {
    return account().confirm(required, deployed, missedEvent);
  }

  /** Clients of the account that the options name, to be closed. */
  public AwsClients clients() {
    return account().clients();
  }

  /** The account that the options name. */
  LiveAccount account() {
    if (endpoint != null && endpoint.getHost() == null) {
      throw new InputProblem(
          "`--endpoint-url`: expected a URL such as http://127.0.0.1:5000, found `"
              + endpoint
              + "`");
    }
    return new LiveAccount(
        Optional.ofNullable(endpoint), Optional.ofNullable(profile), Optional.ofNullable(region));
  }

  /** The options that lead the AWS CLI to the same account; a planned call names its own Region. */
  List<String> awsCliOptions() {
    List<String> options = new ArrayList<>();
    if (profile != null) {
      options.addAll(List.of("--profile", profile));
    }
    if (endpoint != null) {
      options.addAll(List.of("--endpoint-url", endpoint.toString()));
    }
    return options;
  }
}
