package dev.tocsin.infrastructure.account;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.chain.model.BadSnapshot;
import dev.tocsin.chain.model.Partition;
import dev.tocsin.chain.model.SnapshotJson;
import dev.tocsin.infrastructure.BlueprintProblem;
import dev.tocsin.infrastructure.resource.Resource;
import java.util.List;

/** Makes an account of resources. */
public final class PlannedAccounts {

  private PlannedAccounts() {}

  /**
   * The account as it would be if nothing else were in it.
   *
   * @param source the name of the plan or templates, for messages
   * @throws BlueprintProblem if a Region or a property has a value that no account can have
   */
  public static Planned of(List<Resource> resources, Circumstances circumstances, String source)
      throws BlueprintProblem {
    for (Resource resource : resources) {
      if (Partition.find(resource.region()).isEmpty()) {
        throw new BlueprintProblem(
            "`%s`: there is no Region `%s`, of %s. Fix: write one such as `us-east-1`"
                .formatted(source, resource.region(), resource.place().inWords()));
      }
    }
    Draft draft = new Draft(circumstances, resources);
    TrailPart.draw(draft);
    FilterPart filters = FilterPart.draw(draft);
    LogPart.draw(draft);
    AlarmPart.draw(draft, filters);
    TopicPart.draw(draft);
    SubscriptionPart.draw(draft);
    KeyPart.draw(draft);
    RulePart.draw(draft);
    ObjectNode account = JsonNodeFactory.instance.objectNode();
    account.put("account", circumstances.account());
    account.put("region", circumstances.region());
    account.put("takenAt", circumstances.now().toString());
    account.set("trails", draft.trails());
    RolePart.draw(draft, account);
    ObjectNode regions = account.putObject("regions");
    draft.regionNames().toList().forEach(region -> regions.set(region, draft.in(region)));
    try {
      return new Planned(
          SnapshotJson.read(SubscriptionPart.settled(account, true), source),
          SnapshotJson.read(SubscriptionPart.settled(account, false), source),
          draft.places(),
          draft.leftOut());
    } catch (BadSnapshot problem) {
      throw new BlueprintProblem(Misfit.message(problem.getMessage(), source, account, draft));
    }
  }
}
