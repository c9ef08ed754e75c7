package dev.tocsin.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A record rings, or stays silent, wherever it was written: with the ARNs, Regions and hosts of
 * each partition. Event sources end in {@code amazonaws.com} in all of them.
 */
class RecordsOfEachPartitionTest {

  private static final JsonMapper JSON = new JsonMapper();

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "aws, ap-southeast-5, amazonaws.com, signin.aws.amazon.com",
    "aws-cn, cn-north-1, amazonaws.com.cn, signin.amazonaws.cn",
    "aws-us-gov, us-gov-west-1, amazonaws.com, signin.amazonaws-us-gov.com",
    "aws-eusc, eusc-de-east-1, amazonaws.eu, signin.amazonaws-eusc.eu",
    "aws-iso, us-iso-east-1, c2s.ic.gov, signin.c2shome.ic.gov",
    "aws-iso-b, us-isob-east-1, sc2s.sgov.gov, signin.sc2shome.sgov.gov",
    "aws-iso-e, eu-isoe-west-1, cloud.adc-e.uk, signin.csphome.adc-e.uk",
    "aws-iso-f, us-isof-south-1, csp.hci.ic.gov, signin.csphome.hci.ic.gov"
  })
  void verdictsOfRecordsStay(String partition, String region, String suffix, String signIn)
      throws Exception {
    List<String> changed = new ArrayList<>();
    for (RuleFolder folder : RuleFolder.all().toList()) {
      for (Example example : folder.raisesAlarm()) {
        if (!rings(folder, moved(example.event(), partition, region, suffix, signIn))) {
          changed.add(folder.name(example.file()) + " rings no longer");
        }
      }
      for (Example example : folder.staysSilent()) {
        if (rings(folder, moved(example.event(), partition, region, suffix, signIn))) {
          changed.add(folder.name(example.file()) + " rings");
        }
      }
    }
    assertThat(changed).isEmpty();
  }

  private static boolean rings(RuleFolder folder, JsonNode event) {
    return folder.control().required().matches(event);
  }

  private static JsonNode moved(
      JsonNode event, String partition, String region, String suffix, String signIn)
      throws Exception {
    String text =
        event
            .toString()
            .replace("arn:aws:", "arn:" + partition + ":")
            .replaceAll("\\b(eu-west-1|us-east-1)\\b", region)
            .replace("signin.aws.amazon.com", signIn)
            .replaceAll(
                "(clientProvidedHostHeader\":\"[^\"]*)amazonaws\\.com\"", "$1" + suffix + "\"");
    return JSON.readTree(text);
  }
}
