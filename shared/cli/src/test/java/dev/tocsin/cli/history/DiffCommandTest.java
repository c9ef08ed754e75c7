package dev.tocsin.cli.history;

import static dev.tocsin.cli.documents.Pages.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tocsin.cli.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DiffCommandTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String CONTROL = "cloudtrail-configuration-changes";
  private static final String ALARM = "tocsin-" + CONTROL;

  @TempDir private static Path folder;

  private static String good;
  private static String withoutAlarm;

  /** A good account, and the same after one of its alarms has gone. */
  @BeforeAll
  static void judge() throws IOException {
    String account = Files.readString(ROOT.resolve("shared/examples/accounts/good.json"));
    good = evaluated("good", account);
    JsonNode snapshot = JSON.readTree(account);
    for (JsonNode region : snapshot.path("regions")) {
      var alarms = region.path("MetricAlarms").elements();
      while (alarms.hasNext()) {
        if (alarms.next().path("AlarmName").asText().equals(ALARM)) {
          alarms.remove();
        }
      }
    }
    withoutAlarm = evaluated("less", snapshot.toString());
  }

  private static String evaluated(String name, String snapshot) throws IOException {
    Path file = Files.writeString(folder.resolve(name + "-account.json"), snapshot);
    Run run =
        Run.tocsin(
            "evaluate",
            "--snapshot",
            file.toString(),
            "--format",
            "json",
            "--control",
            CONTROL,
            "--control",
            "vpc-changes");
    return Files.writeString(folder.resolve(name + ".json"), run.out()).toString();
  }

  @Test
  void namesTheControlThatBrokeAndWhoDidIt() throws IOException {
    String moment = JSON.readTree(Path.of(good).toFile()).path("evaluatedAt").asText();
    Path records =
        Files.writeString(
            folder.resolve("records.jsonl"),
            record(moment, "1", "DeleteAlarms", "[\"x\",\"" + ALARM + "\"]", "false")
                + record(moment, "2", "DeleteAlarms", "[\"another\"]", "false")
                + record(moment, "3", "DescribeAlarms", "[\"" + ALARM + "\"]", "true")
                + record(
                    "2001-01-01T00:00:00Z", "4", "DeleteAlarms", "[\"" + ALARM + "\"]", "false"));
    Run run = Run.onTerminal("diff", good, withoutAlarm, "--records", records.toString());
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out())
        .contains(CONTROL + " became broken")
        .contains("    now:  metric `")
        .contains(
            "by:   " + moment + " 1 DeleteAlarms on `" + ALARM + "` by arn:aws:iam::1:user/ana")
        .doesNotContain(" 2 DeleteAlarms")
        .doesNotContain("DescribeAlarms")
        .doesNotContain("2001-01-01")
        .doesNotContain("vpc-changes");

    JsonNode json =
        JSON.readTree(
            Run.tocsin(
                    "diff", good, withoutAlarm, "--records", records.toString(), "--format", "json")
                .out());
    assertThat(json.path("changes")).hasSize(1);
    assertThat(json.at("/changes/0/kind").asText()).isEqualTo("BROKEN");
    assertThat(json.at("/changes/0/touchedBy/0/eventID").asText()).isEqualTo("1");
    assertThat(json.at("/changes/0/touchedBy")).hasSize(1);
  }

  @Test
  void namesTheControlThatBecameWhole() {
    Run run = Run.onTerminal("diff", withoutAlarm, good);
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains(CONTROL + " became whole").contains("    gone: metric `");
  }

  @Test
  void theSameRunTwiceIsNoChange() {
    Run run = Run.onTerminal("diff", withoutAlarm, withoutAlarm);
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("nothing changed");
  }

  @Test
  void namesControlsThatOneRunLacks() throws IOException {
    JsonNode less = JSON.readTree(Path.of(good).toFile());
    var controls = less.path("controls").elements();
    controls.next();
    controls.remove();
    Path file = Files.writeString(folder.resolve("one.json"), less.toString());
    assertThat(Run.onTerminal("diff", good, file.toString()).out())
        .contains("was judged before only");
    assertThat(Run.onTerminal("diff", file.toString(), good).out())
        .contains("was judged after only");
  }

  @Test
  void evaluateSaysWhatChangedSince() throws IOException {
    String account = folder.resolve("less-account.json").toString();
    Path now = folder.resolve("now.json");
    String[] run = {
      "evaluate", "--snapshot", account, "--control", CONTROL, "--since", good, "-o", now.toString()
    };
    Run whole = Run.onTerminal(run);
    assertThat(whole.exitCode()).isEqualTo(1);
    assertThat(whole.out())
        .isEqualTo(Run.onTerminal("diff", good, now.toString()).out())
        .contains(CONTROL + " became broken", "vpc-changes was judged before only");

    Path overwritten = Files.copy(Path.of(good), folder.resolve("last.json"));
    run[6] = overwritten.toString();
    run[8] = overwritten.toString();
    assertThat(Run.onTerminal(run).out()).contains(CONTROL + " became broken");
    assertThat(Files.readString(overwritten)).contains("NON_COMPLIANT");

    assertThat(
            Run.tocsin("evaluate", "--snapshot", account, "--since", good, "--format", "json")
                .err())
        .contains("with `--output`");
    assertThat(Run.tocsin("evaluate", "--snapshot", account, "--records", good).err())
        .contains("`--records` goes with `--since`");
  }

  @Test
  void refusesOtherFiles() throws IOException {
    Path other = Files.writeString(folder.resolve("other.json"), "{\"controls\":[]}");
    Run run = Run.tocsin("diff", other.toString(), good);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("expected `\"schema\": \"tocsin-verdict/1\"`");
    Path elsewhere =
        Files.writeString(
            folder.resolve("elsewhere.json"),
            Files.readString(Path.of(good)).replace("\"account\" : \"", "\"account\" : \"9"));
    assertThat(Run.tocsin("diff", elsewhere.toString(), good).err())
        .contains("expected two runs on one account");
    Path damaged = Files.writeString(folder.resolve("damaged.jsonl"), "no JSON\n".repeat(150));
    assertThat(Run.tocsin("diff", good, good, "--records", damaged.toString()).out().lines())
        .filteredOn(line -> line.startsWith("damaged: "))
        .hasSize(101)
        .last()
        .isEqualTo("damaged: 50 more");
    assertThat(Run.tocsin("diff", good, good, "--records", damaged.toString()).exitCode())
        .isEqualTo(2);
  }

  private static String record(
      String time, String id, String name, String alarms, String readOnly) {
    return "{\"eventTime\":\"%s\",\"eventID\":\"%s\",\"eventName\":\"%s\",\"eventSource\":\"monitoring.amazonaws.com\",\"readOnly\":%s,\"requestParameters\":{\"alarmNames\":%s},\"userIdentity\":{\"arn\":\"arn:aws:iam::1:user/ana\"}}\n"
        .formatted(time, id, name, readOnly, alarms);
  }
}
