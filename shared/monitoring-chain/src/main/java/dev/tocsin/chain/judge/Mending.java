package dev.tocsin.chain.judge;

import dev.tocsin.chain.judge.link.Candidate;
import dev.tocsin.chain.verdict.Link;
import dev.tocsin.filterpattern.FilterPattern;
import dev.tocsin.filterpattern.explain.Correction;
import dev.tocsin.filterpattern.explain.Deliberate;
import dev.tocsin.filterpattern.explain.Explanation;
import dev.tocsin.filterpattern.explain.Shared;
import java.util.List;

/** What to do so that nothing is missed, in words. */
final class Mending {
  private static final String EXEMPT =
      "or, if what it leaves out need not raise the alarm, exempt `%s`";

  private final Advice advice;
  private final List<Placed> behind;

  /**
   * For candidates that were explained.
   *
   * @param behind the explained ones, by position
   */
  Mending(Advice advice, List<Placed> behind) {
    this.advice = advice;
    this.behind = behind;
  }

  /** The fix of a finding on one of the candidates. */
  String of(Explanation explanation, Candidate candidate) {
    if (candidate.link() == Link.EVENT_RULE) {
      return "add the event to its pattern, or use the published pattern";
    }
    return explanation
        .shared()
        .map(this::inWords)
        .or(() -> explanation.correction().map(one -> inWords(one) + meant(one, candidate)))
        .orElse("use the published pattern");
  }

  private String inWords(Shared shared) {
    String beside =
        shared.beside().map(text -> "create a filter with `" + text + "`; and ").orElse("");
    List<String> names =
        shared.positions().stream()
            .map(position -> behind.get(position).candidate().subject())
            .toList();
    String taking =
        "take `"
            + String.join("` and `", shared.conditions())
            + "` out of the patterns of `"
            + String.join("`, `", names)
            + "`";
    return beside + taking + shared.leftOut().map(text -> "; " + EXEMPT.formatted(text)).orElse("");
  }

  private static String inWords(Correction correction) {
    return (correction.replaces().isPresent() ? "set its pattern to `" : "create a filter with `")
        + correction.pattern()
        + "`";
  }

  /**
   * What else can be done where an exclusion looks deliberate: one that the correction drops, or
   * one that alone keeps events out.
   */
  private String meant(Correction correction, Candidate candidate) {
    return candidate.test().orElseThrow() instanceof FilterPattern deployed
            && FilterPattern.parse(correction.pattern()) instanceof FilterPattern corrected
        ? Deliberate.exemption(deployed, corrected)
            .filter(text -> correction.replaces().isPresent() || isEnough(text))
            .map(text -> "; " + EXEMPT.formatted(text))
            .orElse("")
        : "";
  }

  private boolean isEnough(String exemption) {
    return FilterPattern.parse(exemption) instanceof FilterPattern exempt
        && advice.isEnough(exempt, behind);
  }
}
