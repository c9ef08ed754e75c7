package dev.tocsin.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.aws.ApiCall.Answer;
import dev.tocsin.chain.remedy.Expectation;
import dev.tocsin.chain.remedy.PlannedCall;
import dev.tocsin.chain.remedy.Read;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.core.SdkPojo;

/**
 * Reads what planned calls hang on. What is not there, and what may not be read, are told apart.
 */
final class PlanReads {
  /** How the services say that a thing does not exist. */
  static final Set<String> GONE =
      Set.of(
          "NoSuchEntity",
          "NotFound",
          "NotFoundException",
          "ResourceNotFound",
          "ResourceNotFoundException",
          "TrailNotFoundException");

  private static final List<String> TOKENS = List.of("nextToken", "NextToken");

  private final Operations operations;

  PlanReads(Operations operations) {
    this.operations = operations;
  }

  /** Whether the call was made already, as far as that can be read. */
  boolean isDone(PlannedCall call) {
    return !call.done().isEmpty()
        && call.done().stream().allMatch(condition -> holds(condition, call.region()));
  }

  /** What keeps the call from being made; empty iff nothing does. */
  Optional<Expectation> obstacle(PlannedCall call) {
    return call.only().stream().filter(one -> !holds(one, call.region())).findFirst();
  }

  /** The call's request with the members that are taken from what is there. */
  ObjectNode request(PlannedCall call) {
    ObjectNode request = SdkJson.NODES.objectNode();
    call.rest().map(rest -> members(call, rest)).ifPresent(request::setAll);
    return request.setAll(call.parameters());
  }

  /** What there is of the request's members. */
  ObjectNode members(PlannedCall call, Read rest) {
    return operations.members(call.name(), rest.in(answer(rest, call.region())));
  }

  private boolean holds(Expectation condition, String region) {
    return condition.holds(answer(condition.read(), region));
  }

  /** All pages of the answer as one; a missing node iff what it asks about does not exist. */
  private JsonNode answer(Read read, String region) {
    Answer<List<SdkPojo>> pages =
        ApiCall.askPages(
            read.name(),
            read.parameters().toString(),
            GONE,
            token -> operations.call(read.name(), region, asked(read, token)),
            PlanReads::token);
    if (pages.isRefused()) {
      return MissingNode.getInstance();
    }
    ObjectNode whole = SdkJson.NODES.objectNode();
    for (SdkPojo page : pages.value()) {
      SdkJson.object(page)
          .properties()
          .forEach(entry -> add(whole, entry.getKey(), entry.getValue()));
    }
    return whole;
  }

  /** The read's request, for the page that a token stands for; null for the first. */
  private ObjectNode asked(Read read, String token) {
    ObjectNode asked = read.parameters().deepCopy();
    if (token != null) {
      ObjectNode either = SdkJson.NODES.objectNode();
      TOKENS.forEach(name -> either.put(name, token));
      asked.setAll(operations.members(read.name(), either));
    }
    return asked;
  }

  private static String token(SdkPojo answer) {
    ObjectNode json = SdkJson.object(answer);
    return TOKENS.stream()
        .map(name -> json.path(name).textValue())
        .filter(text -> text != null && !text.isEmpty())
        .findFirst()
        .orElse(null);
  }

  private static void add(ObjectNode whole, String member, JsonNode value) {
    if (whole.get(member) instanceof ArrayNode list && value instanceof ArrayNode more) {
      list.addAll(more);
    } else {
      whole.set(member, value);
    }
  }
}
