package dev.tocsin.cli.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.catalog.ControlCatalog;
import dev.tocsin.chain.model.SnapshotJson;
import dev.tocsin.chain.verdict.Verdict;
import dev.tocsin.cli.io.Json;
import dev.tocsin.evaluation.Confirmation;
import dev.tocsin.evaluation.ControlJudge;
import dev.tocsin.evaluation.RuleParameters;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A missed event is one of which no filter tells, whatever the filter was made for. */
class MissedEventIsToldByNobodyTest {
  private static final Path EXAMPLE =
      Path.of(
          System.getProperty("tocsin.root"),
          "shared/examples/accounts/guide-iam-config-sns-blog.json");

  @Test
  void rootSignInThatFailsIsToldByTheFilterForFailedSignIns() throws Exception {
    ControlCatalog catalog = ControlCatalog.load();
    ObjectNode account = (ObjectNode) Json.read(Files.readString(EXAMPLE), "account");

    Verdict verdict =
        new ControlJudge(catalog)
            .judge(
                catalog.find("root-account-usage").orElseThrow(),
                (RuleParameters) RuleParameters.parse(catalog, Json.object()),
                SnapshotJson.read(account, "account"),
                Confirmation.NOT_ASKED);

    ObjectNode missed = verdict.missedEvent().orElseThrow();
    assertThat(missed.at("/eventName").asText()).isEqualTo("ConsoleLogin");
    assertThat(missed.at("/responseElements/ConsoleLogin").asText()).isEqualTo("Success");
  }
}
