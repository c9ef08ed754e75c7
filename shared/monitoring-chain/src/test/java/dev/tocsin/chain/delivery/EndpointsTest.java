package dev.tocsin.chain.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.chain.model.Topic.Subscription;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndpointsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "email | a@example.com | email a@example.com",
        "sms | +15550100 | sms +15550100",
        "sqs | arn:aws:sqs:us-east-1:111122223333:q | sqs arn:aws:sqs:us-east-1:111122223333:q",
        "https | https://events.example.com/integration/KEY/enqueue?token=s3cr3t | https events.example.com (id-1)",
        "https | https://user:KEY@hooks.example.com:8443/KEY#KEY | https hooks.example.com (id-1)",
        "http | http://hooks.example.com/KEY | http hooks.example.com (id-1)",
        "https | https://bad host/KEY | https address (id-1)",
        "https | KEY | https address (id-1)",
        "new | https://x.example.com/KEY | new x.example.com (id-1)",
      })
  void keysOfWebAddressesAreNotShown(String protocol, String endpoint, String shown)
      throws Exception {
    ObjectNode json =
        new ObjectMapper()
            .createObjectNode()
            .put("SubscriptionArn", "arn:aws:sns:us-east-1:111122223333:alerts:id-1")
            .put("Protocol", protocol)
            .put("Endpoint", endpoint);
    Subscription subscription = new ObjectMapper().treeToValue(json, Subscription.class);

    assertThat(Endpoints.shown(subscription)).isEqualTo(shown).doesNotContain("KEY", "s3cr3t");
  }
}
