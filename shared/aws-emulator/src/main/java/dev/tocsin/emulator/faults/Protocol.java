package dev.tocsin.emulator.faults;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/**
 * The three protocols in which the services that are read speak: AWS JSON 1.1, Smithy RPC v2 CBOR
 * (CloudWatch) and the query protocol's XML (SNS and STS).
 */
enum Protocol {
  JSON("application/x-amz-json-1.1"),
  CBOR("application/cbor"),
  XML("text/xml");

  private final String contentType;

  Protocol(String contentType) {
    this.contentType = contentType;
  }

  /** An error as the protocol writes it. */
  Answer error(int status, String code, String message) {
    Answer error =
        Answer.of(
            status,
            contentType,
            switch (this) {
              case JSON -> Tree.json(Map.of("__type", code, "message", message));
              case CBOR ->
                  Cbor.encode(Map.of("__type", "com.amazonaws#" + code, "message", message));
              case XML ->
                  ("<ErrorResponse><Error><Type>Sender</Type><Code>%s</Code><Message>%s</Message>"
                          + "</Error><RequestId>r</RequestId></ErrorResponse>")
                      .formatted(code, message)
                      .getBytes(StandardCharsets.UTF_8);
            });
    return this == CBOR ? error.withHeader("smithy-protocol", "rpc-v2-cbor") : error;
  }

  /** A good answer without a member. */
  byte[] nothing(String operation) {
    return switch (this) {
      case JSON -> "{}".getBytes(StandardCharsets.UTF_8);
      case CBOR -> Cbor.encode(Map.of());
      case XML ->
          "<%1$sResponse><%1$sResult/></%1$sResponse>"
              .formatted(operation)
              .getBytes(StandardCharsets.UTF_8);
    };
  }

  /** The null of the protocol; XML has none, so a document of that name. */
  byte[] nullValue() {
    return switch (this) {
      case JSON -> "null".getBytes(StandardCharsets.UTF_8);
      case CBOR -> new byte[] {(byte) 0xf6};
      case XML -> "<null/>".getBytes(StandardCharsets.UTF_8);
    };
  }

  /** A list where an object belongs. */
  byte[] list() {
    return switch (this) {
      case JSON -> "[]".getBytes(StandardCharsets.UTF_8);
      case CBOR -> new byte[] {(byte) 0x80};
      case XML -> "<list><member/></list>".getBytes(StandardCharsets.UTF_8);
    };
  }

  /** A well-formed body that belongs to another protocol. */
  byte[] foreign() {
    String body =
        this == JSON ? "<Answer><Of>another</Of></Answer>" : "{\"answer\": {\"of\": \"another\"}}";
    return body.getBytes(StandardCharsets.UTF_8);
  }

  /** The same answer with another next page. */
  byte[] withToken(Asked asked, byte[] body, String token) {
    String name = asked.service().equals("logs") ? "nextToken" : "NextToken";
    if (this == XML) {
      return XmlTree.withToken(body, asked.operation(), name, token);
    }
    Object tree = this == CBOR ? Cbor.decode(body) : Tree.parse(body);
    Map<String, Object> result = new LinkedHashMap<>(Tree.object(tree));
    result.put(name, token);
    return this == CBOR ? Cbor.encode(result) : Tree.json(result);
  }

  /** The same answer with one change at a place that chance chooses. */
  byte[] changed(byte[] body, Change change, Random random) {
    return switch (this) {
      case XML -> XmlTree.changed(body, change, random);
      case CBOR -> Cbor.encode(Tree.changed(Cbor.decode(body), change, random));
      case JSON -> Tree.json(Tree.changed(Tree.parse(body), change, random));
    };
  }
}
