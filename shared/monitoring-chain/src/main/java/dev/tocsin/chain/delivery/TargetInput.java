package dev.tocsin.chain.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.tocsin.chain.model.EventRule.InputTransformer;
import dev.tocsin.chain.model.EventRule.Target;
import dev.tocsin.chain.model.JsonTexts;
import dev.tocsin.chain.verdict.Fault;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a target sends in place of the event. A constant text tells somebody as well as the event
 * does, and so does a template whose variables are not in the event: "that variable isn't created
 * and won't appear in the output" (EventBridge user guide, "Input transformation"). What is sent
 * where nothing is selected, or what is made is no JSON, is not documented.
 */
final class TargetInput {

  /** What every event has (EventBridge user guide, "Event structure"). */
  private static final Set<String> ALWAYS_THERE =
      Set.of(
          "$",
          "$.version",
          "$.id",
          "$.detail-type",
          "$.source",
          "$.account",
          "$.time",
          "$.region",
          "$.resources",
          "$.detail");

  private final Target target;

  private TargetInput(Target target) {
    this.target = target;
  }

  /** What is open about what it sends; empty iff it sends something whatever the event holds. */
  static Optional<Fault> fault(Target target) {
    return new TargetInput(target).fault();
  }

  private Optional<Fault> fault() {
    long given =
        Stream.of(target.input(), target.inputPath(), target.inputTransformer())
            .filter(Objects::nonNull)
            .count();
    if (given > 1) {
      return sendsNothing(
          "it has more than one of `Input`, `InputPath` and `InputTransformer`",
          "keep one of them");
    }
    if (target.input() != null && !isJson(target.input())) {
      return sendsNothing(
          "its `Input` is no JSON", "write JSON, a plain text with double quotes around it");
    }
    if (target.inputPath() != null && !ALWAYS_THERE.contains(target.inputPath())) {
      return sendsNothing(
          "its `InputPath` is `%s`, and what is sent of an event that has no such field is not documented"
              .formatted(target.inputPath()),
          "send the event as it is, or make a text of it with an `InputTransformer`");
    }
    return Optional.ofNullable(target.inputTransformer()).flatMap(this::ofTemplate);
  }

  private Optional<Fault> ofTemplate(InputTransformer made) {
    return InputTemplate.problem(made)
        .flatMap(
            problem ->
                sendsNothing(
                    "its `InputTemplate` " + problem,
                    "write JSON, with double quotes around texts and none around a variable that is an object"));
  }

  private Optional<Fault> sendsNothing(String why, String fix) {
    return Optional.of(
        Fault.cannotShow("target `%s` sends anything: %s".formatted(target.id(), why), fix));
  }

  private static boolean isJson(String text) {
    try {
      return !JsonTexts.read(text).isMissingNode();
    } catch (JsonProcessingException notJson) {
      return false;
    }
  }
}
