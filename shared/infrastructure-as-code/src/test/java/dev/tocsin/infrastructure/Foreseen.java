package dev.tocsin.infrastructure;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.tocsin.catalog.ControlCatalog;
import dev.tocsin.chain.verdict.Verdict;
import dev.tocsin.evaluation.Confirmation;
import dev.tocsin.evaluation.ControlJudge;
import dev.tocsin.evaluation.RuleParameters;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plans and templates of the test resources, judged. */
public final class Foreseen {
  static final String TEMPLATE = "cloudformation/one-stack.yaml";
  static final String PLAN = "terraform/modules.json";

  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  private static final ControlCatalog CATALOG = ControlCatalog.load();
  private static final ControlJudge JUDGE = new ControlJudge();
  private static final Map<String, String> ADDRESS =
      Map.of("NotificationEmail", "security@example.com");

  private Foreseen() {}

  static Blueprint template(String text) throws BlueprintProblem {
    return templates(List.of(new Blueprint.Source("stack.yaml", text)), ADDRESS);
  }

  static Blueprint templates(List<Blueprint.Source> templates, Map<String, String> parameters)
      throws BlueprintProblem {
    return templates(templates, parameters, "eu-central-1");
  }

  static Blueprint templates(
      List<Blueprint.Source> templates, Map<String, String> parameters, String region)
      throws BlueprintProblem {
    return Blueprint.ofCloudFormation(
        templates, parameters, Optional.of("111122223333"), region, NOW);
  }

  static Blueprint plan(String text) throws BlueprintProblem {
    return Blueprint.ofTerraform(
        new Blueprint.Source("plan.json", text), Optional.empty(), Optional.empty(), NOW);
  }

  static Verdict verdict(Blueprint blueprint, String control, boolean onceConfirmed) {
    RuleParameters parameters =
        (RuleParameters)
            RuleParameters.parse(
                CATALOG,
                JsonNodeFactory.instance.objectNode().put("acceptEventBridge", "true"),
                Map.of());
    var asked = CATALOG.find(control).orElseThrow();
    return new Foresight(blueprint, onceConfirmed)
        .of(
            JUDGE.judge(asked, parameters, blueprint.confirmed(), Confirmation.NOT_ASKED),
            JUDGE.judge(asked, parameters, blueprint.asMade(), Confirmation.NOT_ASKED));
  }

  public static String text(String resource) {
    try (InputStream in = Foreseen.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
