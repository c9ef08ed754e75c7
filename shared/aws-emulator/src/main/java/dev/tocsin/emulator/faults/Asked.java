package dev.tocsin.emulator.faults;

import com.sun.net.httpserver.Headers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A call as a client sent it.
 *
 * @param service the IAM prefix
 * @param operation the API operation
 * @param region the Region it was signed for
 * @param protocol how it was written, and is answered
 * @param body what it says, as text of one byte a character
 */
record Asked(String service, String operation, String region, Protocol protocol, String body) {
  private static final Pattern SCOPE = Pattern.compile("Credential=[^/]*/\\d+/([^/]+)/([^/]+)/");
  private static final Pattern RPC = Pattern.compile(".*/operation/(\\w+)$");
  private static final Pattern ACTION = Pattern.compile("(?:^|&)Action=(\\w+)");
  private static final Map<String, String> PREFIXES = Map.of("monitoring", "cloudwatch");

  static Asked of(Headers headers, String path, byte[] bytes) {
    Matcher scope = SCOPE.matcher(headers.getFirst("Authorization"));
    if (!scope.find()) {
      throw new IllegalArgumentException("a call that is not signed");
    }
    String service = PREFIXES.getOrDefault(scope.group(2), scope.group(2));
    String body = new String(bytes, StandardCharsets.ISO_8859_1);
    String target = headers.getFirst("X-Amz-Target");
    if (target != null) {
      String operation = target.substring(target.lastIndexOf('.') + 1);
      return new Asked(service, operation, scope.group(1), Protocol.JSON, body);
    }
    Matcher rpc = RPC.matcher(path);
    if (rpc.matches()) {
      return new Asked(service, rpc.group(1), scope.group(1), Protocol.CBOR, body);
    }
    Matcher action = ACTION.matcher(body);
    if (!action.find()) {
      throw new IllegalArgumentException("a call of no known protocol: " + path);
    }
    return new Asked(service, action.group(1), scope.group(1), Protocol.XML, body);
  }

  /** The IAM action. */
  String action() {
    return service + ":" + operation;
  }
}
