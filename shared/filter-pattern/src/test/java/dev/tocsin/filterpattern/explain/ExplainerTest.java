package dev.tocsin.filterpattern.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.filterpattern.Coverage;
import dev.tocsin.filterpattern.FilterPattern;
import dev.tocsin.filterpattern.Requirement;
import dev.tocsin.filterpattern.decide.CoverageDecider;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ExplainerTest {

  private static final Requirement TRAILS =
      required(
          "{ ($.eventSource = cloudtrail.amazonaws.com) && (($.eventName = CreateTrail) ||"
              + " ($.eventName = UpdateTrail) || ($.eventName = StopLogging)) }");

  private final CoverageDecider decider = new CoverageDecider();

  private static Requirement required(String text) {
    return Requirement.of("test", FilterPattern.of(text));
  }

  private Explanation explain(Requirement requirement, String... deployed) {
    List<FilterPattern> filters = List.of(deployed).stream().map(FilterPattern::of).toList();
    Explanation explanation = new Explainer(decider).explain(requirement, filters);
    explanation
        .corrected()
        .ifPresent(
            text -> {
              assertThat(text).hasSizeLessThanOrEqualTo(1024);
              List<FilterPattern> alone = List.of(FilterPattern.of(text));
              assertThat(decider.decide(requirement, alone)).isInstanceOf(Coverage.Covered.class);
            });
    return explanation;
  }

  @Test
  void namesWhatIsSeenAndMissedAndAddsWhatIsMissed() {
    Explanation explanation =
        explain(TRAILS, "{ ($.eventName = CreateTrail) || ($.eventName = UpdateTrail) }");
    assertThat(explanation.sees()).containsExactly("CreateTrail", "UpdateTrail");
    assertThat(explanation.misses()).containsExactly("StopLogging");
    assertThat(explanation.summary())
        .isEqualTo("sees CreateTrail, UpdateTrail; misses StopLogging");
    assertThat(explanation.corrected())
        .contains(
            "{ $.eventName = CreateTrail || $.eventName = UpdateTrail || $.eventName ="
                + " StopLogging }");
  }

  @Test
  void namesTheClauseThatExcludesAndDropsIt() {
    Explanation explanation =
        explain(
            TRAILS,
            "{ $.awsRegion = us-east-1 && ($.eventName = CreateTrail || $.eventName = UpdateTrail"
                + " || $.eventName = StopLogging) }");
    assertThat(explanation.sees()).isEmpty();
    assertThat(explanation.misses()).containsExactly("CreateTrail", "UpdateTrail", "StopLogging");
    assertThat(explanation.summary())
        .isEqualTo(
            "misses CreateTrail, UpdateTrail, StopLogging (`$.awsRegion = us-east-1` fails,"
                + " `$.awsRegion` is `\"eu-west-1\"`)");
    assertThat(explanation.corrected())
        .contains(
            "{ $.eventName = CreateTrail || $.eventName = UpdateTrail || $.eventName ="
                + " StopLogging }");
  }

  @Test
  void addsAndDropsTogetherAndKeepsWhatDoesNotNarrow() {
    Explanation explanation =
        explain(
            TRAILS,
            "{ $.eventSource = cloudtrail.amazonaws.com && $.userIdentity.type != Root &&"
                + " ($.eventName = CreateTrail || $.eventName = StopLogging) }");
    assertThat(explanation.corrected())
        .contains(
            "{ $.eventSource = cloudtrail.amazonaws.com && ($.eventName = CreateTrail ||"
                + " $.eventName = StopLogging || $.eventName = UpdateTrail) }");
  }

  @Test
  void dividesAPatternWithoutEventNamesAtItsAlternatives() {
    Requirement denied =
        required("{ $.errorCode = \"AccessDenied*\" || $.errorCode = UnauthorizedException }");
    Explanation explanation = explain(denied, "{ $.errorCode = AccessDenied }");
    assertThat(explanation.misses())
        .containsExactly(
            "`$.errorCode = \"AccessDenied*\"`", "`$.errorCode = UnauthorizedException`");
    assertThat(explanation.corrected()).isPresent();
  }

  @Test
  void correctsOneOfSeveralPatterns() {
    List<FilterPattern> filters =
        List.of(
            FilterPattern.of("{ $.eventName = CreateTrail }"),
            FilterPattern.of("{ $.eventName = UpdateTrail }"));
    Explanation explanation = new Explainer(decider).explain(TRAILS, filters);
    assertThat(explanation.corrected())
        .contains("{ $.eventName = CreateTrail || $.eventName = StopLogging }");
  }

  @Test
  void hasNothingToCorrectWhereAllIsSeen() {
    Explanation explanation = explain(TRAILS, "{ $.eventName = \"*\" }");
    assertThat(explanation.misses()).isEmpty();
    assertThat(explanation.summary()).isEqualTo("sees CreateTrail, UpdateTrail, StopLogging");
    assertThat(explanation.corrected()).isEmpty();
  }
}
