package dev.tocsin.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.chain.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Makes one value after the other unknown. No verdict stays compliant, except for what is listed
 * here with the reason why no verdict rests on it.
 */
class NothingUnknownIsCompliantTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String CONTROL = "root-account-usage";

  /** A thing without a name that is known gets one of its own, and what refers to it follows. */
  private static final Set<String> NAMES =
      Set.of(
          "name",
          "alarm_name",
          "FilterName",
          "LogGroupName of TrailLogs",
          "AlarmName of RootAlarm");

  /** What no verdict depends on. */
  private static final Set<String> INDIFFERENT =
      Set.of(
          "cloud_watch_logs_role_arn",
          "endpoint_auto_confirms",
          "skip_destroy",
          "retention_in_days",
          "s3_bucket_name",
          "kms_key_id",
          "raw_message_delivery",
          "policy_id",
          "version", // statements without policy variables mean the same in both
          "tags",
          "name_prefix",
          "insight_selector",
          "ok_actions",
          "insufficient_data_actions");

  @Test
  void ofAPlan() throws Exception {
    JsonNode plan = JSON.readTree(Foreseen.text(Foreseen.PLAN));
    assertThat(foreseen(Foreseen.plan(plan.toString())).compliant()).isTrue();
    Set<String> stillCompliant = new TreeSet<>();
    for (int i = 0; i < plan.path("resource_changes").size(); i++) {
      JsonNode change = plan.path("resource_changes").get(i);
      if (change.path("address").asText().contains("VpcChanges")) {
        continue;
      }
      for (String attribute : given(change.path("change").path("after"))) {
        JsonNode doubtful = plan.deepCopy();
        makeUnknown(doubtful, i, attribute);
        if (foreseen(Foreseen.plan(doubtful.toString())).compliant()) {
          stillCompliant.add(attribute);
        }
      }
    }
    stillCompliant.removeAll(NAMES);
    stillCompliant.removeAll(INDIFFERENT);
    assertThat(stillCompliant).isEmpty();
  }

  /** What is null may be given by an expression that is not known, too. */
  private static List<String> given(JsonNode after) {
    List<String> given = new ArrayList<>();
    after.fieldNames().forEachRemaining(given::add);
    return given;
  }

  /** As Terraform says it where a local value stands between. */
  private static void makeUnknown(JsonNode plan, int index, String attribute) {
    JsonNode change = plan.path("resource_changes").get(index);
    ((ObjectNode) change.path("change").path("after")).remove(attribute);
    ((ObjectNode) change.path("change").path("after_unknown")).put(attribute, true);
    for (JsonNode resource : plan.findValues("resources")) {
      for (JsonNode one : resource) {
        if (one.path("type").equals(change.path("type"))
            && one.path("name").equals(change.path("name"))
            && one.path("expressions") instanceof ObjectNode expressions) {
          expressions.putObject(attribute).putArray("references").add("local.later");
        }
      }
    }
  }

  @Test
  void ofATemplate() throws Exception {
    String template = Foreseen.text(Foreseen.TEMPLATE);
    assertThat(foreseen(Foreseen.template(template)).compliant()).isTrue();
    String[] lines = template.lines().toArray(String[]::new);
    Pattern property = Pattern.compile("^( {6,}(?:- )?)(\\w+): +(?!>)(\\S.*)$");
    Set<String> stillCompliant = new TreeSet<>();
    String resource = "";
    for (int i = 0; i < lines.length; i++) {
      if (lines[i].matches(" {2}\\w+:")) {
        resource = lines[i].strip().replace(":", "");
      }
      Matcher matcher = property.matcher(lines[i]);
      if (!matcher.matches()) {
        continue;
      }
      String[] doubtful = lines.clone();
      doubtful[i] = matcher.group(1) + matcher.group(2) + ": !GetAtt Nothing.Later";
      Blueprint blueprint = Foreseen.template(String.join("\n", doubtful));
      if (foreseen(blueprint).compliant()) {
        stillCompliant.add(matcher.group(2) + " of " + resource);
      }
    }
    assertThat(stillCompliant)
        .containsExactlyInAnyOrder(
            "AlarmName of RootAlarm",
            "LogGroupName of TrailLogs",
            "RetentionInDays of TrailLogs",
            "S3BucketName of Trail",
            "CloudWatchLogsRoleArn of Trail",
            // CloudTrail asks the role itself when the trail is made.
            "Version of TrailRole",
            "Effect of TrailRole",
            "Principal of TrailRole",
            "Action of TrailRole",
            "AliasName of KeyAlias");
  }

  private static Verdict foreseen(Blueprint blueprint) {
    return Foreseen.verdict(blueprint, CONTROL, true);
  }
}
