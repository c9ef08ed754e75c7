package dev.tocsin.report.machine;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.evaluation.VerdictJson;
import dev.tocsin.report.Report;
import dev.tocsin.report.UnreadAccount;
import dev.tocsin.report.escape.Escape;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The verdicts' own JSON, {@code shared/docs/schemas/tocsin-verdict-1.schema.json}. */
public final class JsonReport {

  private JsonReport() {}

  /** The one account that was asked about, or {@code accounts} and {@code unread}. */
  public static String document(Report report) {
    if (report.accounts().size() == 1 && report.unread().isEmpty()) {
      return Escape.json(VerdictJson.of(report.accounts().get(0)));
    }
    ObjectNode all = JsonNodeFactory.instance.objectNode().put("schema", VerdictJson.SCHEMA);
    ArrayNode accounts = all.putArray("accounts");
    report.accounts().forEach(account -> accounts.add(VerdictJson.of(account)));
    ArrayNode unread = all.putArray("unread");
    report.unread().forEach(account -> unread.add(refusal(account)));
    return Escape.json(all);
  }

  /** An account a line. */
  public static String lines(Report report) {
    return Stream.concat(
            report.accounts().stream().map(VerdictJson::of),
            report.unread().stream().map(JsonReport::refusal))
        .map(Escape::jsonLine)
        .collect(Collectors.joining("\n"));
  }

  private static ObjectNode refusal(UnreadAccount unread) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("id", unread.account())
        .put("error", Escape.plain(unread.reason()));
  }
}
