package dev.tocsin.aws;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.filterpattern.json.JsonTree;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A permission that an evaluation needs, from {@code iam-actions.json}: the one list from which
 * every role's policy is rendered.
 *
 * @param action for instance {@code sns:GetTopicAttributes}
 * @param resources ARNs with CloudFormation's pseudo parameters in them, or {@code *}
 * @param why what it is needed for, a clause
 */
public record IamAction(String action, List<String> resources, String why) {

  /** Every permission, in the order in which an evaluation uses them. */
  public static List<IamAction> all() {
    return each(JsonTree.resource(IamAction.class, "iam-actions.json"))
        .map(
            permission ->
                new IamAction(
                    permission.path("action").asText(),
                    each(permission.path("resources")).map(JsonNode::asText).toList(),
                    permission.path("why").asText()))
        .toList();
  }

  private static Stream<JsonNode> each(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }
}
