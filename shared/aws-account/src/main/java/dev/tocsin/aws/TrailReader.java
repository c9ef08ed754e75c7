package dev.tocsin.aws;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.aws.ApiCall.Answer;
import dev.tocsin.chain.model.Arn;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.cloudtrail.model.Trail;

/**
 * Reads trails: those that see a Region, and of each its state and selectors in its home Region.
 */
final class TrailReader {
  private final AwsClients clients;
  private final String owner;

  TrailReader(AwsClients clients, String owner) {
    this.clients = clients;
    this.owner = owner;
  }

  /** The trails that see a Region, shadow trails included; the API has no pages. */
  List<Trail> in(String region) {
    return ApiCall.read(
            "cloudtrail:DescribeTrails",
            "*",
            () ->
                clients
                    .cloudTrail(region)
                    .describeTrails(request -> request.includeShadowTrails(true)))
        .trailList();
  }

  /**
   * A trail with what its home Region says of it. An organization's trail may be closed to a
   * member: that is a fact, and nothing more is asked.
   */
  ObjectNode read(Trail trail) {
    ObjectNode read = SdkJson.object(trail);
    CloudTrailClient home = clients.cloudTrail(trail.homeRegion());
    String arn = trail.trailARN();
    Set<String> facts = isForeign(arn) ? ApiCall.deniedOr("TrailNotFoundException") : Set.of();

    String action = "cloudtrail:GetTrailStatus";
    Answer<? extends SdkPojo> answer =
        ApiCall.ask(action, arn, facts, () -> home.getTrailStatus(request -> request.name(arn)));
    if (!answer.isRefused()) {
      read.set("Status", SdkJson.object(answer.value()));
      action = "cloudtrail:GetEventSelectors";
      answer =
          ApiCall.ask(
              action, arn, facts, () -> home.getEventSelectors(request -> request.trailName(arn)));
    }
    if (answer.isRefused()) {
      read.putArray("Denied").add(action);
    } else {
      read.setAll(SdkJson.object(answer.value()));
    }
    return read;
  }

  private boolean isForeign(String arn) {
    return Arn.parse(arn).map(parsed -> !parsed.account().equals(owner)).orElse(false);
  }
}
