package dev.tocsin.filterpattern.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;

/** A record of what an actor does, with an identity that is of one piece. */
final class WholeIdentity {

  private static final String SSO_ROLE = "AWSReservedSSO_";
  private static final String SSO_PATH = "aws-reserved/sso.amazonaws.com/";

  /** What is as long may be a whole id, as people shorten them in examples. */
  private static final int SHORTEST_ID = 12;

  /** A single letter is what a search invents. */
  private static final int SHORTEST_NAME = 2;

  private final ObjectNode record;
  private final Actor actor;
  private final String account;
  private final String partition;
  private final ObjectNode identity;

  /** Takes from the base's identity what the actor leaves open, if it is of the same type. */
  WholeIdentity(ObjectNode record, JsonNode base, Actor actor) {
    this.record = record;
    this.actor = actor;
    this.account = Identities.account(base);
    this.partition = Identities.partition(base);
    this.identity = Identities.ofType(actor.type(), base);
  }

  /** The record with the identity, and of its own one the changed fields that are not made anew. */
  ObjectNode with(Set<String> changed) {
    switch (actor.type()) {
      case Actor.ROLE_SESSION -> session();
      case Actor.USER -> user();
      case Actor.FEDERATED -> federated();
      case Actor.ACCOUNT -> identity.put("accountId", actor.id());
      case Actor.ROOT -> root();
      default -> {
        // A service has nothing that could be named.
      }
    }
    changed.stream().filter(field -> !isMade(field)).forEach(this::keep);
    ObjectNode whole = record.deepCopy();
    whole.set("userIdentity", identity);
    return whole;
  }

  private void session() {
    List<String> own = List.of(text(identity, "arn").split("/", -1));
    String role = complete(actor.name(), own.get(1));
    String session = complete(actor.session(), own.get(2));
    ObjectNode issuer = (ObjectNode) identity.path("sessionContext").path("sessionIssuer");
    String id = id("AROA", text(issuer, "principalId"));
    String path = role.startsWith(SSO_ROLE) ? SSO_PATH : actor.path();
    identity.put("arn", partition + "sts::" + account + ":assumed-role/" + role + "/" + session);
    identity.put("principalId", id + ":" + session);
    issuer.put("arn", partition + "iam::" + account + ":role/" + path + role);
    issuer.put("principalId", id);
    issuer.put("userName", role);
  }

  private void user() {
    String name = complete(actor.name(), text(identity, "userName"));
    identity.put("arn", partition + "iam::" + account + ":user/" + actor.path() + name);
    identity.put("userName", name);
    identity.put("principalId", id("AIDA", text(identity, "principalId")));
  }

  /** The alias stands where the account has one; a session of root names root as its issuer. */
  private void root() {
    if (!actor.name().isEmpty()) {
      identity.put("userName", complete(actor.name(), ""));
    }
    if (!actor.session().isEmpty() || !actor.id().isEmpty()) {
      ObjectNode issuer = identity.withObjectProperty("sessionContext").putObject("sessionIssuer");
      issuer.put("type", Actor.ROOT);
      issuer.put("principalId", account);
      issuer.put("arn", text(identity, "arn"));
      issuer.put("accountId", account);
      if (!actor.session().isEmpty()) {
        issuer.put("userName", complete(actor.session(), ""));
      }
    }
  }

  private void federated() {
    String own = text(identity, "principalId");
    String name = complete(actor.name(), own.substring(own.indexOf(':') + 1));
    identity.put("arn", partition + "sts::" + account + ":federated-user/" + name);
    identity.put("principalId", account + ":" + name);
  }

  /** A name as people give one: the text itself, or what it may be the beginning or end of. */
  private static String complete(String text, String own) {
    if (text.equals(SSO_ROLE)) {
      return text + "AdministratorAccess_0123456789abcdef";
    }
    if (text.endsWith("-") || text.endsWith("_")) {
      return text + "deploy";
    }
    if (text.startsWith("-") || text.startsWith("_")) {
      return "deploy" + text;
    }
    if (text.startsWith("@")) {
      return "alice" + text;
    }
    return text.length() < SHORTEST_NAME ? own : text;
  }

  /** The id itself, or the own one begun as it begins. */
  private String id(String kind, String own) {
    String id = actor.id();
    if (!id.startsWith(kind)) {
      return own;
    }
    return id.length() < SHORTEST_ID && own.length() > SHORTEST_ID
        ? id + own.substring(id.length())
        : id;
  }

  private static boolean isMade(String field) {
    return switch (field) {
      case "type", "arn", "principalId", "userName", "accountId" -> true;
      case "sessionContext", "sessionContext.sessionIssuer" -> true;
      default -> field.startsWith("sessionContext.sessionIssuer.");
    };
  }

  private void keep(String field) {
    JsonNode value = record.path("userIdentity").at("/" + field.replace('.', '/'));
    if (value.isMissingNode()) {
      return;
    }
    ObjectNode at = identity;
    List<String> names = List.of(field.split("\\.", -1));
    for (String name : names.subList(0, names.size() - 1)) {
      at = at.path(name) instanceof ObjectNode below ? below : at.putObject(name);
    }
    at.set(names.get(names.size() - 1), value);
  }

  private static String text(JsonNode object, String field) {
    return object.path(field).asText();
  }
}
