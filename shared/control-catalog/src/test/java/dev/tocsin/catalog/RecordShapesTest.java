package dev.tocsin.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The records of the rule folders look as CloudTrail writes them: the members that public records
 * have, of their types, and an answer where the service's calls are written with one. The shapes
 * are derived by {@code tools/shapes.py}.
 */
class RecordShapesTest {

  private static final JsonNode SHAPES = JsonLinesFile.whole("/records/shapes.json");

  static Stream<RuleFolder> folders() {
    return RuleFolder.all();
  }

  @ParameterizedTest
  @MethodSource("folders")
  void recordsHaveTheShapeOfPublicOnes(RuleFolder folder) {
    List<String> doubts = new ArrayList<>();
    Stream.concat(folder.raisesAlarm().stream(), folder.staysSilent().stream())
        .filter(example -> text(example.event(), "eventType").equals("AwsApiCall"))
        .forEach(
            example ->
                doubts(example.event())
                    .forEach(doubt -> doubts.add(folder.name(example.file()) + ": " + doubt)));
    assertThat(doubts).isEmpty();
  }

  /** What is no call: sign-ins answer with their own name, services speak of themselves. */
  @ParameterizedTest
  @MethodSource("folders")
  void signInsAndServiceEventsHaveTheShapeOfPublicOnes(RuleFolder folder) {
    List<String> doubts = new ArrayList<>();
    Stream.concat(folder.raisesAlarm().stream(), folder.staysSilent().stream())
        .forEach(
            example ->
                besideCalls(example.event())
                    .forEach(doubt -> doubts.add(folder.name(example.file()) + ": " + doubt)));
    assertThat(doubts).isEmpty();
  }

  @Test
  void answersAreKnownForMostCallsThatAFolderShows() {
    long known =
        RuleFolder.all()
            .flatMap(folder -> folder.raisesAlarm().stream())
            .filter(example -> SHAPES.path("answers").has(call(example.event())))
            .count();
    assertThat(known).isGreaterThan(600);
  }

  private static List<String> doubts(JsonNode event) {
    List<String> doubts = new ArrayList<>(unlike(event, SHAPES.path("calls"), "the record"));
    JsonNode identity = event.path("userIdentity");
    JsonNode kind = SHAPES.path("identities").path(text(identity, "type"));
    if (!kind.isMissingNode()) {
      doubts.addAll(missing(identity, kind, "`userIdentity`"));
    }
    Set<String> strange = names(identity);
    SHAPES.path("identityMembers").forEach(name -> strange.remove(name.textValue()));
    strange.forEach(name -> doubts.add("`userIdentity` has no `" + name + "`"));
    JsonNode session = identity.path("sessionContext");
    if (session.path("sessionIssuer").size() > 0) {
      JsonNode issuer = session.path("sessionIssuer");
      doubts.addAll(missing(issuer, SHAPES.path("sessionIssuers").path("Role"), "the issuer"));
    }
    if (session.has("attributes")) {
      JsonNode attributes = session.path("attributes");
      doubts.addAll(unlike(attributes, SHAPES.path("sessionAttributes"), "`attributes`"));
    }
    if (event.has("tlsDetails")) {
      doubts.addAll(unlike(event.path("tlsDetails"), SHAPES.path("tlsDetails"), "`tlsDetails`"));
    }
    doubts.addAll(event.has("errorCode") ? refused(event) : answered(event));
    return doubts;
  }

  private static List<String> besideCalls(JsonNode event) {
    return switch (text(event, "eventType")) {
      case "AwsConsoleSignIn" -> signIn(event);
      case "AwsServiceEvent" -> serviceEvent(event);
      default -> List.of();
    };
  }

  private static List<String> signIn(JsonNode event) {
    List<String> doubts = new ArrayList<>(unlike(event, SHAPES.path("signIns"), "a sign-in"));
    Set<String> strange = names(event.path("additionalEventData"));
    strange.removeAll(names(SHAPES.path("signInData")));
    strange.forEach(name -> doubts.add("`additionalEventData` of a sign-in has no `" + name + "`"));
    JsonNode answer = event.path("responseElements").path(text(event, "eventName"));
    if (!Set.of("Success", "Failure").contains(answer.asText())) {
      doubts.add("a sign-in answers with its own name, `Success` or `Failure`");
    }
    return doubts;
  }

  private static List<String> serviceEvent(JsonNode event) {
    List<String> doubts =
        new ArrayList<>(unlike(event, SHAPES.path("serviceEvents"), "a service event"));
    if (event.path("userIdentity").has("sessionContext")) {
      doubts.add("a service has no session");
    }
    return doubts;
  }

  /** A call that was refused is not answered, and says so with a code that its service uses. */
  private static List<String> refused(JsonNode event) {
    List<String> doubts = new ArrayList<>();
    if (event.path("responseElements").isObject()) {
      doubts.add("a call that failed has an answer");
    }
    String code = text(event, "errorCode");
    JsonNode known = SHAPES.path("refusals").path(text(event, "eventSource"));
    boolean refusal = code.contains("AccessDenied") || code.contains("Unauthorized");
    if (refusal && known.isArray() && !texts(known).contains(code)) {
      doubts.add("is refused with `" + code + "`, expected one of " + known);
    }
    return doubts;
  }

  private static List<String> answered(JsonNode event) {
    JsonNode known = SHAPES.path("answers").path(call(event));
    JsonNode given = event.path("responseElements");
    if (known.isMissingNode() || event.path("readOnly").asBoolean()) {
      return List.of();
    }
    if (known.isNull() != !given.isObject()) {
      String wanted = known.isNull() ? "null" : "an object of " + known;
      return List.of("`responseElements` of " + call(event) + " is " + wanted);
    }
    Set<String> strange = names(given);
    strange.removeAll(texts(known));
    return strange.isEmpty() ? List.of() : List.of("no answer has " + strange + ", but " + known);
  }

  private static List<String> unlike(JsonNode object, JsonNode shape, String what) {
    List<String> doubts = missing(object, shape, what);
    for (String name : names(object)) {
      JsonNode types = shape.path("types").path(name);
      JsonNode value = object.path(name);
      if (types.isMissingNode()) {
        doubts.add(what + " has no `" + name + "`");
      } else if (!value.isNull() && !texts(types).contains(type(value))) {
        doubts.add("`" + name + "` is " + types);
      }
    }
    return doubts;
  }

  private static List<String> missing(JsonNode object, JsonNode shape, String what) {
    List<String> doubts = new ArrayList<>();
    for (String name : texts(shape.path("always"))) {
      if (!object.has(name)) {
        doubts.add(what + " always has `" + name + "`");
      }
    }
    return doubts;
  }

  private static String type(JsonNode value) {
    return switch (value.getNodeType()) {
      case OBJECT -> "object";
      case ARRAY -> "list";
      case BOOLEAN -> "boolean";
      case NUMBER -> "number";
      default -> "text";
    };
  }

  private static String call(JsonNode event) {
    return text(event, "eventSource") + " " + text(event, "eventName");
  }

  private static String text(JsonNode object, String name) {
    return object.path(name).asText();
  }

  private static Set<String> names(JsonNode object) {
    Set<String> names = new TreeSet<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static Set<String> texts(JsonNode list) {
    Set<String> texts = new TreeSet<>();
    list.forEach(text -> texts.add(text.textValue()));
    return texts;
  }
}
