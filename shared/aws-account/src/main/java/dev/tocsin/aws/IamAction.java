package dev.tocsin.aws;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

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
    try (InputStream json = IamAction.class.getResourceAsStream("iam-actions.json")) {
      return new ObjectMapper().readValue(json, new TypeReference<List<IamAction>>() {});
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
