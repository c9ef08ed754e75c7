package dev.tocsin.catalog;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What {@code parameters.json} says: RDK's own file, so that RDK's rule sets and rules-only
 * templates work on the folders.
 *
 * @param description at most 256 characters, as AWS Config takes it
 * @param period how often AWS Config runs the rule, for example {@code TwentyFour_Hours}
 * @param ruleSets the packs the rule belongs to, and sets of a user's own
 */
record Parameters(String description, String period, List<String> ruleSets) {

  static final String FILE = "parameters.json";
  static final String FUNCTION = "tocsin";
  static final String RUNTIME = "java25";

  private static final Set<String> PERIODS =
      Set.of("One_Hour", "Three_Hours", "Six_Hours", "Twelve_Hours", "TwentyFour_Hours");

  static Parameters read(RuleFiles files) {
    Problems.Place place = files.at(FILE);
    Optional<Fields> file =
        files
            .json(FILE, "copy it from another rule and change the names")
            .map(node -> new Fields(node, "", place));
    if (file.isEmpty()) {
      return new Parameters("", "", List.of());
    }
    expect(file.get(), "Version", "1.0", place);
    expectNoTags(file.get(), place);
    Fields parameters = file.get().object("Parameters");
    file.get().rejectUnknownKeys();

    expect(parameters, "RuleName", files.id(), place);
    expect(parameters, "CustomLambdaName", FUNCTION, place);
    expect(parameters, "SourceRuntime", RUNTIME, place);
    expect(parameters, "OptionalParameters", "{}", place);
    String description = parameters.text("Description");
    if (description.length() > 256) {
      place.add("at most 256 characters in `Description`", description.length() + "", "shorten it");
    }
    String period = parameters.text("SourcePeriodic");
    if (!PERIODS.contains(period)) {
      place.add(
          "`SourcePeriodic` to be one of " + PERIODS, "`" + period + "`", "write one of them");
    }
    RuleFiles.embedded(parameters.text("InputParameters"), place)
        .map(node -> new Fields(node, "InputParameters", place))
        .ifPresent(
            input -> {
              expect(input, "control", files.id(), place);
              input.rejectUnknownKeys();
            });
    List<String> ruleSets = parameters.texts("RuleSets");
    parameters.rejectUnknownKeys();
    return new Parameters(description, period, ruleSets);
  }

  /** {@code rdk create} writes a text, {@code rdk rulesets add} and {@code remove} a list. */
  private static void expectNoTags(Fields file, Problems.Place place) {
    if (!file.isEmptyList("Tags")) {
      expect(file, "Tags", "[]", place);
    }
  }

  private static void expect(Fields fields, String key, String value, Problems.Place place) {
    String found = fields.text(key);
    if (!found.equals(value) && !found.isEmpty()) {
      place.add("`" + key + "` to be `" + value + "`", "`" + found + "`", "write `" + value + "`");
    }
  }
}
