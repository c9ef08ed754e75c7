package dev.tocsin.infrastructure.account;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.chain.verdict.Place;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says in the words of a plan or template what does not fit an account. */
final class Misfit {
  private static final Pattern LISTED =
      Pattern.compile("`(?:regions\\.([a-z0-9-]+)\\.(\\w+)|(trails))\\[(\\d+)]\\.?([^`]*)`");
  private static final List<String> NAMES =
      List.of("Name", "AlarmName", "filterName", "logGroupName", "TopicArn", "KeyId", "policyName");

  private Misfit() {}

  /**
   * The message with the resource in place of the member of the snapshot made from it.
   *
   * @param message what the snapshot's reader says
   */
  static String message(String message, String source, JsonNode account, Draft draft) {
    String plain = message.replaceFirst(" line \\d+ column \\d+: at ", ": ");
    Matcher listed = LISTED.matcher(plain);
    if (!listed.find()) {
      return plain;
    }
    JsonNode list =
        listed.group(3) != null
            ? account.path("trails")
            : account.path("regions").path(listed.group(1)).path(listed.group(2));
    JsonNode thing = list.path(Integer.parseInt(listed.group(4)));
    Optional<Place> place =
        NAMES.stream()
            .map(member -> thing.path(member).asText())
            .flatMap(name -> draft.places().any(name).stream())
            .findFirst();
    return place
        .map(
            known ->
                plain.replace(listed.group(), "`" + listed.group(5) + "` of " + known.inWords()))
        .map(said -> said.replaceFirst("^`" + Pattern.quote(source) + "`: ", ""))
        .orElse(plain);
  }
}
