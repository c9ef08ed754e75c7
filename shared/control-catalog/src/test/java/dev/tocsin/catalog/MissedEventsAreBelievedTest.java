package dev.tocsin.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.filterpattern.Coverage;
import dev.tocsin.filterpattern.EventTest;
import dev.tocsin.filterpattern.FilterPattern;
import dev.tocsin.filterpattern.Requirement;
import dev.tocsin.filterpattern.decide.CoverageDecider;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Shows every missed event of every case to a checker of realism. */
class MissedEventsAreBelievedTest {

  private static final CoverageDecider DECIDER = new CoverageDecider();
  private static final Realism REALISM = new Realism();

  private final List<String> unbelievable = new ArrayList<>();
  private int shown;

  private void show(String place, Requirement requirement, List<? extends EventTest> deployed) {
    if (DECIDER.decide(requirement, deployed) instanceof Coverage.Missed missed) {
      shown++;
      JsonNode event = missed.event();
      List<String> doubts = REALISM.doubts(event);
      if (!doubts.isEmpty()) {
        unbelievable.add(place + " " + doubts + " of " + event);
      }
    }
  }

  private static Requirement requirement(RuleFolder folder) {
    return folder.control().requirement(Benchmark.DEFAULT, List.of());
  }

  @Test
  void thoseOfTheFoldersFiltersAndTexts() {
    RuleFolder.all()
        .forEach(
            folder -> {
              for (RuleFolder.Filter filter : folder.misses()) {
                show(folder.name(filter.file()), requirement(folder), List.of(filter.pattern()));
              }
              for (PublishedPattern text : folder.control().published()) {
                if (text.pattern() instanceof FilterPattern pattern) {
                  show(folder.name(text.name()), requirement(folder), List.of(pattern));
                }
              }
            });
    assertThat(shown).isGreaterThan(300);
    assertThat(unbelievable).isEmpty();
  }

  @Test
  void thoseOfTheCasesAboutRecords() {
    RecordAnswersTest.cases()
        .forEach(asked -> show(asked.toString(), asked.requirement(), asked.deployed()));
    assertThat(shown).isGreaterThan(30);
    assertThat(unbelievable).isEmpty();
  }

  @Test
  void thoseOfABareQuestionHaveTheIdentityThatIsAskedFor() {
    for (String required :
        List.of(
            "{ $.userIdentity.type = \"AssumedRole\" }",
            "{ $.userIdentity.type = \"AWSService\" }",
            "{ $.userIdentity.type = \"Root\" }",
            "{ $.userIdentity.type = \"FederatedUser\" }",
            "{ $.userIdentity.arn = \"*:assumed-role/*\" }",
            "{ $.eventName = \"ConsoleLogin\" }",
            "{ $.eventSource = \"signin.amazonaws.com\" && $.eventName = \"ConsoleLogin\" }",
            "{ $.errorCode = \"AccessDenied*\" }")) {
      show(
          required,
          Requirement.of("pair", FilterPattern.of(required)),
          List.of(FilterPattern.of("{ $.sourceIPAddress = Zz }")));
    }
    assertThat(shown).isEqualTo(8);
    assertThat(unbelievable).isEmpty();
  }
}
