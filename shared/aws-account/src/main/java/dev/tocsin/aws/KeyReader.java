package dev.tocsin.aws;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.aws.ApiCall.Answer;
import dev.tocsin.chain.model.Arn;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.DescribeKeyResponse;
import software.amazon.awssdk.services.kms.model.GetKeyPolicyResponse;
import software.amazon.awssdk.services.kms.model.KeyManagerType;
import software.amazon.awssdk.services.kms.model.KeyMetadata;

/**
 * Reads the key that encrypts a topic. A key of another account may be closed to us: that is a
 * fact.
 */
final class KeyReader {
  private static final String[] GONE = {"NotFoundException", "InvalidArnException"};

  private final AwsClients clients;
  private final String owner;

  KeyReader(AwsClients clients, String owner) {
    this.clients = clients;
    this.owner = owner;
  }

  /**
   * The key as the snapshot has it; empty iff it does not exist.
   *
   * @param named what the topic says: an id, an ARN, an alias or an alias's ARN
   */
  Optional<ObjectNode> read(String region, String named) {
    KmsClient kms = clients.kms(region);
    Optional<Arn> arn = Arn.parse(named);
    boolean foreign = arn.filter(parsed -> !parsed.account().equals(owner)).isPresent();
    Set<String> facts = foreign ? ApiCall.deniedOr(GONE) : Set.of(GONE);

    String action = "kms:DescribeKey";
    Answer<DescribeKeyResponse> described =
        ApiCall.ask(action, named, facts, () -> kms.describeKey(request -> request.keyId(named)));
    if (described.isDenied()) {
      ObjectNode key = withAlias(SdkJson.NODES.objectNode(), arn, named);
      key.put("KeyId", arn.map(Arn::resource).orElse(named).replaceFirst("^key/", ""));
      key.put("Arn", named);
      return Optional.of(denied(key, action));
    }
    if (described.isRefused()) {
      return Optional.empty();
    }
    KeyMetadata metadata = described.value().keyMetadata();
    ObjectNode key = withAlias(SdkJson.object(metadata), arn, named);
    if (metadata.keyManager() == KeyManagerType.AWS) {
      return Optional.of(key); // nobody can change its policy
    }
    String policyAction = "kms:GetKeyPolicy";
    Answer<GetKeyPolicyResponse> policy =
        ApiCall.ask(
            policyAction,
            metadata.arn(),
            facts,
            () -> kms.getKeyPolicy(request -> request.keyId(metadata.arn()).policyName("default")));
    if (policy.isRefused()) {
      return policy.isDenied() ? Optional.of(denied(key, policyAction)) : Optional.empty();
    }
    return Optional.of(key.put("Policy", policy.value().policy()));
  }

  /** The alias the topic used, so that the key is found by it. */
  private static ObjectNode withAlias(ObjectNode key, Optional<Arn> arn, String named) {
    String resource = arn.map(Arn::resource).orElse(named);
    if (resource.startsWith("alias/")) {
      key.putArray("Aliases").add(resource);
    }
    return key;
  }

  private static ObjectNode denied(ObjectNode key, String action) {
    key.putArray("Denied").add(action);
    return key;
  }
}
