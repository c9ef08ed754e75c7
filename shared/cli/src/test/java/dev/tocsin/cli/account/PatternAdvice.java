package dev.tocsin.cli.account;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.chain.verdict.Evidence;
import dev.tocsin.chain.verdict.Finding;
import dev.tocsin.chain.verdict.Link;
import dev.tocsin.chain.verdict.Verdict;
import dev.tocsin.filterpattern.FilterPattern;
import dev.tocsin.filterpattern.syntax.Expression;
import dev.tocsin.filterpattern.syntax.PatternPrinter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a finding tells to do with patterns.
 *
 * @param pattern of the finding's filter, or of a new one; empty iff filters only lose conditions
 * @param replaces whether the pattern is the finding's own filter's
 * @param conditions that the named filters lose
 */
record PatternAdvice(
    Finding finding,
    Optional<String> pattern,
    boolean replaces,
    List<String> conditions,
    List<String> filters) {

  private static final Pattern ONE =
      Pattern.compile("(set its pattern to|create a filter with) `(\\{.*?})`.*");
  private static final Pattern SEVERAL =
      Pattern.compile(
          "(?:create a filter with `(\\{.*?})`; and )?"
              + "take `(.*?)` out of the patterns of `(.*?)`(?:; or, .*)?");

  static Optional<PatternAdvice> in(Verdict verdict) {
    for (Finding finding : verdict.findings()) {
      Matcher several = SEVERAL.matcher(finding.fix());
      if (several.matches()) {
        return Optional.of(
            new PatternAdvice(
                finding,
                Optional.ofNullable(several.group(1)),
                false,
                List.of(several.group(2).split("` and `", -1)),
                List.of(several.group(3).split("`, `", -1))));
      }
      Matcher one = ONE.matcher(finding.fix());
      if (one.matches()) {
        boolean replaces = one.group(1).startsWith("set");
        return Optional.of(
            new PatternAdvice(finding, Optional.of(one.group(2)), replaces, List.of(), List.of()));
      }
    }
    return Optional.empty();
  }

  /** Whether a deployed filter is changed. */
  boolean changes() {
    return replaces || !filters.isEmpty();
  }

  /** Does so in a snapshot of the account. */
  void follow(Verdict verdict, ObjectNode account) {
    Evidence group =
        verdict.chain().stream()
            .filter(link -> link.link() == Link.LOG_GROUP)
            .findFirst()
            .orElseThrow();
    ObjectNode region = (ObjectNode) account.path("regions").path(group.region());
    for (JsonNode node : region.path("metricFilters")) {
      ObjectNode filter = (ObjectNode) node;
      String name = filter.path("filterName").asText();
      if (!filter.path("logGroupName").asText().equals(group.subject())) {
        continue;
      }
      if (replaces && name.equals(finding.subject())) {
        filter.put("filterPattern", pattern.orElseThrow());
      } else if (filters.contains(name)) {
        filter.put("filterPattern", without(filter.path("filterPattern").asText()));
      }
    }
    if (!replaces && pattern.isPresent()) {
      ObjectNode filter = region.withArray("metricFilters").addObject();
      filter
          .put("filterName", "advised")
          .put("logGroupName", group.subject())
          .put("filterPattern", pattern.get());
      filter
          .putArray("metricTransformations")
          .addObject()
          .put("metricName", "advised")
          .put("metricNamespace", "advised")
          .put("metricValue", "1");
    }
  }

  private String without(String text) {
    Expression.And all = (Expression.And) FilterPattern.of(text).expression().orElseThrow();
    List<Expression> rest = new ArrayList<>(all.parts());
    rest.removeIf(part -> conditions.contains(PatternPrinter.print(part)));
    return FilterPattern.of(rest.size() == 1 ? rest.get(0) : new Expression.And(rest)).text();
  }
}
