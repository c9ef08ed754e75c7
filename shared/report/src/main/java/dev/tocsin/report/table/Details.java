package dev.tocsin.report.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.catalog.Noise;
import dev.tocsin.chain.verdict.Evidence;
import dev.tocsin.chain.verdict.Finding;
import dev.tocsin.chain.verdict.Link;
import dev.tocsin.chain.verdict.Verdict;
import dev.tocsin.chain.wording.Words;
import dev.tocsin.report.Report;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is broken, why and what to do; what is the same for several controls is said once. */
final class Details {
  private static final int LONGEST = 160;
  private static final Pattern CODE = Pattern.compile("`([^`]{" + LONGEST + ",})`");

  private final TableStyle style;
  private final List<String> lines;
  private boolean shortened;

  /**
   * @param lines where to add
   */
  Details(TableStyle style, List<String> lines) {
    this.style = style;
    this.lines = lines;
  }

  void of(List<Report.Line> shown) {
    Map<List<Finding>, List<Report.Line>> alike = new LinkedHashMap<>();
    for (Report.Line line : shown) {
      Verdict verdict = line.evaluation().verdict();
      boolean says =
          style.verbose()
              || line.broken()
              || !verdict.notes().isEmpty()
              || !verdict.exempt().isEmpty();
      if (says) {
        List<Finding> key =
            verdict.findings().isEmpty() ? List.of(itself(line)) : verdict.findings();
        alike.computeIfAbsent(key, any -> new ArrayList<>()).add(line);
      }
    }
    alike.values().forEach(this::group);
    if (shortened) {
      lines.add("");
      add(0, "Long patterns are shortened here: `-v` or `--format json` shows them whole.");
    }
  }

  /** What no other verdict has, so that verdicts without findings stay apart. */
  private static Finding itself(Report.Line line) {
    return new Finding(Link.TRAIL, line.evaluation().control().id(), "", "", true);
  }

  private void group(List<Report.Line> alike) {
    lines.add("");
    String names = String.join(", ", alike.stream().map(Details::name).toList());
    Wrapped.lines(names, style.width(), "", "  ").forEach(line -> lines.add(style.strong(line)));
    Verdict verdict = alike.get(0).evaluation().verdict();
    for (Finding finding : verdict.findings()) {
      add(
          2,
          Words.of(finding.link()) + " `" + finding.subject() + "`: " + brief(finding.problem()));
      add(4, "Fix: " + brief(finding.fix()));
    }
    if (alike.size() == 1) {
      verdict.missedEvent().ifPresent(event -> add(2, "missed: " + brief(event)));
    }
    verdict.exempt().forEach(exemption -> add(2, "exempt: " + exemption.inWords()));
    verdict.notes().forEach(note -> add(2, "note: " + note));
    if (style.verbose()) {
      alike.forEach(line -> add(2, "rings " + Noise.of(line.evaluation().control()).inWords()));
      verdict.chain().forEach(this::holds);
      verdict
          .unseenBy()
          .forEach(test -> add(2, "not seen by `" + test.subject() + "`: " + test.why().inWords()));
    }
  }

  private static String name(Report.Line line) {
    return line.evaluation().control().id();
  }

  private void holds(Evidence link) {
    add(
        2,
        "holds: %s `%s` in %s %s"
            .formatted(Words.of(link.link()), link.subject(), link.region(), link.shows()));
    JsonNode pattern = link.settings().path("filterPattern");
    if (pattern.isTextual()) {
      add(4, pattern.textValue());
    }
  }

  /** What a person recognises an event by; JSON has the whole record. */
  private static String brief(ObjectNode event) {
    if (event.has("detail-type")) {
      return event.path("detail-type").asText() + " (" + event.path("source").asText() + ")";
    }
    JsonNode identity = event.path("userIdentity");
    return "%s (%s) in %s by %s"
        .formatted(
            event.path("eventName").asText(),
            event.path("eventSource").asText(),
            event.path("awsRegion").asText(),
            identity.path("arn").asText(identity.path("type").asText("an unnamed identity")));
  }

  /** The text with patterns cut that would fill the screen, unless all was asked for. */
  private String brief(String text) {
    if (style.verbose()) {
      return text;
    }
    return CODE.matcher(text)
        .replaceAll(
            code -> {
              shortened = true;
              return Matcher.quoteReplacement("`" + Wrapped.cut(code.group(1), LONGEST / 2) + "`");
            });
  }

  private void add(int indent, String text) {
    String first = " ".repeat(indent);
    lines.addAll(Wrapped.lines(text, style.width(), first, first + "  "));
  }
}
