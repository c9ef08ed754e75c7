package dev.tocsin.chain.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.UpperCamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;

/**
 * A KMS key that a topic names: {@code describe-key} with its aliases and key policy put in.
 *
 * @param keyId the id
 * @param arn the ARN, null iff unknown
 * @param aliases names such as {@code alias/alarms}
 * @param keyManager {@code CUSTOMER} or {@code AWS}
 * @param keyState {@code Enabled}, {@code Disabled}, {@code PendingDeletion} …
 * @param policy JSON text, null iff it was not read
 * @param denied IAM actions that were refused for this key
 */
@JsonNaming(UpperCamelCaseStrategy.class)
public record Key(
    @JsonProperty(required = true) String keyId,
    String arn,
    List<String> aliases,
    String keyManager,
    String keyState,
    String policy,
    List<String> denied) {

  public Key {
    aliases = Lists.orEmpty(aliases);
    denied = Lists.orEmpty(denied);
  }
}
