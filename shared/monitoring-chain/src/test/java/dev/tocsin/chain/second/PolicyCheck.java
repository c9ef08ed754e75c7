package dev.tocsin.chain.second;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A resource policy with plain grants; any refusal but one of plain HTTP makes it unknown. */
final class PolicyCheck {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final String text;
  private final String service;
  private final String source;
  private final String account;

  PolicyCheck(String text, String service, String source, String account) {
    this.text = text;
    this.service = service;
    this.source = source;
    this.account = account;
  }

  boolean allows(String action, String resource) {
    JsonNode statements;
    try {
      statements = MAPPER.readTree(text).path("Statement");
    } catch (JsonProcessingException unreadable) {
      return false;
    }
    boolean allowed = false;
    for (JsonNode statement : statements.isArray() ? statements : List.of(statements)) {
      if (statement.path("Effect").asText().equals("Deny") && !isOfPlainHttp(statement)) {
        return false;
      }
      allowed |= grants(statement, action, resource);
    }
    return allowed;
  }

  private static boolean isOfPlainHttp(JsonNode statement) {
    JsonNode condition = statement.path("Condition");
    return condition.size() == 1
        && condition.path("Bool").size() == 1
        && condition.path("Bool").path("aws:SecureTransport").asText().equals("false");
  }

  private boolean grants(JsonNode statement, String action, String resource) {
    boolean acts = false;
    for (String granted : texts(statement.path("Action"))) {
      acts |= like(granted.toLowerCase(Locale.ROOT), action.toLowerCase(Locale.ROOT));
    }
    boolean on = false;
    for (String granted : texts(statement.path("Resource"))) {
      on |= like(granted, resource);
    }
    return statement.path("Effect").asText().equals("Allow")
        && !statement.has("NotAction")
        && !statement.has("NotResource")
        && !statement.has("NotPrincipal")
        && acts
        && on
        && isMeant(statement.path("Principal"))
        && holds(statement.path("Condition"));
  }

  private boolean isMeant(JsonNode principal) {
    return principal.asText().equals("*")
        || texts(principal.path("AWS")).contains("*")
        || texts(principal.path("Service")).contains(service);
  }

  private boolean holds(JsonNode condition) {
    for (Map.Entry<String, JsonNode> operator : condition.properties()) {
      if (!List.of("StringEquals", "ArnLike", "ArnEquals", "StringLike")
          .contains(operator.getKey())) {
        return false;
      }
      for (Map.Entry<String, JsonNode> key : operator.getValue().properties()) {
        String is =
            switch (key.getKey().toLowerCase(Locale.ROOT)) {
              case "aws:sourcearn" -> source;
              case "aws:sourceaccount", "aws:sourceowner" -> account;
              default -> "";
            };
        boolean wild = !operator.getKey().equals("StringEquals");
        if (source.isEmpty()
            || is.isEmpty()
            || texts(key.getValue()).stream()
                .noneMatch(text -> wild ? like(text, is) : text.equals(is))) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean like(String pattern, String text) {
    return text.matches("\\Q" + pattern.replace("*", "\\E.*\\Q") + "\\E");
  }

  private static List<String> texts(JsonNode node) {
    List<String> texts = new ArrayList<>();
    if (node.isArray()) {
      node.forEach(one -> texts.add(one.asText()));
    } else if (node.isTextual()) {
      texts.add(node.asText());
    }
    return texts;
  }
}
