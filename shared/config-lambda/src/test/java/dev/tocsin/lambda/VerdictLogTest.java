package dev.tocsin.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.catalog.Control;
import dev.tocsin.catalog.ControlCatalog;
import dev.tocsin.chain.model.Snapshot;
import dev.tocsin.chain.model.SnapshotJson;
import dev.tocsin.evaluation.Basis;
import dev.tocsin.evaluation.Confirmation;
import dev.tocsin.evaluation.ControlJudge;
import dev.tocsin.evaluation.Evaluation;
import dev.tocsin.evaluation.RuleParameters;
import dev.tocsin.evaluation.VerdictJson;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whatever things are called, a verdict is one line of JSON in the log. */
class VerdictLogTest {
  private static final Path EXAMPLES =
      Path.of(System.getProperty("tocsin.root"), "shared/examples");
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void hostileNamesAreShownAndMeanTheSame() throws Exception {
    ControlCatalog catalog = ControlCatalog.load();
    Control control = catalog.find("root-account-usage").orElseThrow();
    RuleParameters parameters = (RuleParameters) RuleParameters.parse(catalog, Map.of());
    RuleInvocation invocation = RuleInvocation.of(Events.scheduled("{}"), Events.FUNCTION_ARN);
    for (JsonNode name : JSON.readTree(EXAMPLES.resolve("hostile-names.json").toFile())) {
      JsonNode account = JSON.readTree(EXAMPLES.resolve("accounts/good.json").toFile());
      for (JsonNode alarm : account.findParents("AlarmName")) {
        ((ObjectNode) alarm).put("AlarmName", alarm.path("AlarmName").asText() + name.asText());
      }
      Snapshot snapshot = SnapshotJson.read(account, "good");
      Evaluation evaluation =
          new Evaluation(
              control,
              new ControlJudge().judge(control, parameters, snapshot, Confirmation.NOT_ASKED));

      String line =
          VerdictLog.line(
              invocation, Basis.of(snapshot, parameters, snapshot.takenAt()), evaluation);

      assertThat(line).doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}]");
      JsonNode read = JSON.readTree(line);
      VerdictJson.of(evaluation)
          .properties()
          .forEach(member -> assertThat(read.path(member.getKey())).isEqualTo(member.getValue()));
      assertThat(line).doesNotContain(Events.TOKEN);
    }
  }
}
