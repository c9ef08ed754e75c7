package dev.tocsin.chain.judge.fit;

import dev.tocsin.chain.model.Snapshot;
import dev.tocsin.filterpattern.Fact;
import dev.tocsin.filterpattern.FilterPattern;
import dev.tocsin.filterpattern.Requirement;
import java.util.stream.Collectors;

/**
 * Nothing happens in a Region that is not enabled. Rules see one Region each, so that without this
 * no number of them covers a control about services that are in every Region.
 */
public final class EnabledRegions {
  private EnabledRegions() {}

  /** The requirement for the snapshot's Regions; unchanged iff these are not known or too many. */
  public static Requirement bound(Requirement requirement, Snapshot snapshot) {
    if (snapshot.enabledRegions().isEmpty()) {
      return requirement;
    }
    String oneOfThem =
        snapshot.enabledRegions().stream()
            .map(region -> "$.awsRegion=\"" + region + "\"")
            .collect(Collectors.joining("||", "{", "}"));
    if (!(FilterPattern.parse(oneOfThem) instanceof FilterPattern pattern)) {
      return requirement;
    }
    return requirement.with(
        new Fact("region-is-enabled", pattern, "the account's list of enabled Regions"));
  }
}
