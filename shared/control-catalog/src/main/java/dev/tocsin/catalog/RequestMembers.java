package dev.tocsin.catalog;

import dev.tocsin.filterpattern.Fact;
import dev.tocsin.filterpattern.FieldKinds;
import dev.tocsin.filterpattern.FilterPattern;
import dev.tocsin.filterpattern.condition.FieldPath;
import dev.tocsin.filterpattern.condition.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Facts about what a service can be asked, from {@code request-members.json}, which {@code
 * tools/members.py} derives from the models of the services: whoever calls, a policy's ARN is text.
 */
final class RequestMembers {

  static final String FILE = "request-members.json";

  private RequestMembers() {}

  /** By event source, one fact per member, in the order of the file. */
  static Map<String, List<Fact>> read(Problems problems) {
    Problems.Place place = problems.at("shared", FILE);
    Fields file = Fields.shipped(FILE, place);
    String models = file.text("botocore");
    Fields text = file.object("text");
    Map<String, List<Fact>> facts = new LinkedHashMap<>();
    for (String source : text.keys()) {
      FilterPattern elsewhere = FilterPattern.of("{ $.eventSource != \"" + source + "\" }");
      facts.put(
          source,
          text.texts(source).stream()
              .map(member -> text(source, member, elsewhere, models))
              .toList());
    }
    file.rejectUnknownKeys();
    return facts;
  }

  private static Fact text(String source, String member, FilterPattern elsewhere, String models) {
    FieldKinds text =
        new FieldKinds(
            FieldPath.of("requestParameters", member), Set.of(Kind.STRING, Kind.MISSING));
    return new Fact(
        name(source, member),
        new EitherTest(elsewhere, text),
        "botocore "
            + models
            + ": `"
            + member
            + "` is a string in every operation of "
            + source
            + " that has it");
  }

  private static String name(String source, String member) {
    String service = source.substring(0, source.indexOf('.'));
    String words = member.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    return service + "-" + words + "-is-text";
  }
}
