package dev.tocsin.emulator.faults;

import dev.tocsin.emulator.faults.Answer.Delivery;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/**
 * What an answer can become on its way, or be from the start. Error codes and statuses as "Common
 * Errors" of the services' API references have them.
 */
public enum WireFault {
  // An error with a code.
  THROTTLED(Effect.NONE),
  INTERNAL_ERROR(Effect.NONE),
  ACCESS_DENIED(Effect.LAWFUL),
  EXPIRED_TOKEN(Effect.NONE),
  UNRECOGNIZED_CLIENT(Effect.NONE),
  CLOCK_SKEW(Effect.NONE),
  OPT_IN_REQUIRED(Effect.NONE),
  VALIDATION_ERROR(Effect.LAWFUL),
  NOT_FOUND(Effect.LAWFUL),
  UNKNOWN_OPERATION(Effect.NONE),

  // An error without one.
  UNAVAILABLE_PAGE(Effect.NONE),
  NOT_FOUND_PAGE(Effect.NONE),
  FORBIDDEN_PAGE(Effect.NONE),
  TOO_LARGE(Effect.NONE),
  MOVED(Effect.NONE),

  // Status 200 and a wrong body.
  EMPTY_BODY(Effect.NONE),
  NO_CONTENT(Effect.NONE),
  NO_MEMBER(Effect.NONE),
  NULL(Effect.NONE),
  LIST(Effect.NONE),
  HTML_PAGE(Effect.NONE),
  FOREIGN_PROTOCOL(Effect.NONE),
  CUT(Effect.NONE),
  GARBLED(Effect.DATA),
  NOT_ZIPPED(Effect.NONE),
  ZIP_BOMB(Effect.NONE),
  WRONG_CHECKSUM(Effect.NONE),

  // Status 200 and wrong data.
  MEMBER_LEFT_OUT(Effect.DATA),
  MEMBER_NULL(Effect.DATA),
  MEMBER_OF_OTHER_TYPE(Effect.DATA),
  LONG_TEXT(Effect.DATA),
  TWICE(Effect.NONE),

  // Pages.
  SAME_TOKEN(Effect.NONE),
  NEW_TOKENS(Effect.NONE),
  EMPTY_FIRST_PAGE(Effect.NONE),

  // The connection.
  NO_ANSWER(Effect.NONE),
  CONNECTION_CUT(Effect.NONE),
  TRICKLE(Effect.NONE),
  LATE(Effect.NONE),
  HANGS(Effect.NONE);

  /** What a fault may lawfully do to a verdict. */
  public enum Effect {
    /** It is the same, or there is none. */
    NONE,
    /** The answer is one that AWS gives, so the verdict is that of the account it describes. */
    LAWFUL,
    /** Any: an answer with other data that AWS could have given cannot be told from its own. */
    DATA
  }

  private static final String PAGE =
      "<html><head><title>Sign in</title></head><body><p>Please sign in.</p></body></html>";
  private static final int BOMB_BYTES = 10_000_000;

  private static final byte[] BOMB = bomb();

  private final Effect effect;

  WireFault(Effect effect) {
    this.effect = effect;
  }

  /** What it may do to a verdict. */
  public Effect effect() {
    return effect;
  }

  /** Whether it is about the next page, which only some calls have. */
  public boolean isOfPages() {
    return this == SAME_TOKEN || this == NEW_TOKENS || this == EMPTY_FIRST_PAGE;
  }

  /**
   * The answer that is sent.
   *
   * @param good what would have been
   * @param number how many calls had a fault before this one
   */
  Answer spoil(Asked asked, Answer good, int number, Random random) {
    Protocol protocol = asked.protocol();
    return switch (this) {
      case THROTTLED -> protocol.error(400, "ThrottlingException", "Rate exceeded");
      case INTERNAL_ERROR -> protocol.error(500, "InternalFailure", "An internal error occurred");
      case ACCESS_DENIED -> protocol.error(403, Codes.denied(asked), "not authorized to perform");
      case EXPIRED_TOKEN -> protocol.error(403, "ExpiredTokenException", "The token is expired");
      case UNRECOGNIZED_CLIENT ->
          protocol.error(403, "UnrecognizedClientException", "The security token is invalid");
      case CLOCK_SKEW ->
          protocol.error(
              403,
              "SignatureDoesNotMatch",
              "Signature expired: 20260101T000000Z is now earlier than 20260101T010000Z");
      case OPT_IN_REQUIRED -> protocol.error(403, "OptInRequired", "needs a subscription");
      case VALIDATION_ERROR -> protocol.error(400, "ValidationError", "the input fails");
      case NOT_FOUND -> protocol.error(Codes.notFoundStatus(asked), Codes.notFound(asked), "none");
      case UNKNOWN_OPERATION -> protocol.error(404, "UnknownOperationException", "unknown");
      case UNAVAILABLE_PAGE -> Answer.page(503, PAGE);
      case NOT_FOUND_PAGE -> Answer.page(404, PAGE);
      case FORBIDDEN_PAGE -> Answer.page(403, PAGE);
      case TOO_LARGE -> Answer.page(413, "");
      case MOVED -> Answer.page(302, "");
      case EMPTY_BODY -> good.with("");
      case NO_CONTENT -> Answer.page(204, "");
      case NO_MEMBER -> good.with(protocol.nothing(asked.operation()));
      case NULL -> good.with(protocol.nullValue());
      case LIST -> good.with(protocol.list());
      case HTML_PAGE -> Answer.page(200, PAGE);
      case FOREIGN_PROTOCOL -> good.with(protocol.foreign());
      case CUT -> good.with(Arrays.copyOf(good.body(), random.nextInt(good.body().length)));
      case GARBLED -> good.with(garbled(good.body(), random));
      case NOT_ZIPPED -> good.withHeader("Content-Encoding", "gzip");
      case ZIP_BOMB -> good.with(BOMB).withHeader("Content-Encoding", "gzip");
      case WRONG_CHECKSUM -> good.withHeader("x-amz-crc32", "1");
      case MEMBER_LEFT_OUT -> changed(asked, good, Change.LEFT_OUT, random);
      case MEMBER_NULL -> changed(asked, good, Change.NULL, random);
      case MEMBER_OF_OTHER_TYPE -> changed(asked, good, Change.OTHER_TYPE, random);
      case LONG_TEXT -> changed(asked, good, Change.LONG_TEXT, random);
      case TWICE -> changed(asked, good, Change.TWICE, random);
      case SAME_TOKEN -> good.with(protocol.withToken(asked, good.body(), "again"));
      case NEW_TOKENS -> good.with(protocol.withToken(asked, good.body(), "more-" + number));
      case EMPTY_FIRST_PAGE ->
          number > 0
              ? good
              : good.with(protocol.withToken(asked, protocol.nothing(asked.operation()), "first"));
      case NO_ANSWER -> good.delivered(Delivery.NOTHING_COMES);
      case CONNECTION_CUT -> good.delivered(Delivery.ENDS_EARLY);
      case TRICKLE -> good.delivered(Delivery.TRICKLES);
      case LATE -> good.delivered(Delivery.LATE);
      case HANGS -> good.delivered(Delivery.NEVER);
    };
  }

  private static Answer changed(Asked asked, Answer good, Change change, Random random) {
    return good.status() == 200
        ? good.with(asked.protocol().changed(good.body(), change, random))
        : good;
  }

  private static byte[] garbled(byte[] body, Random random) {
    byte[] garbled = body.clone();
    for (int i = 0; i <= body.length / 100; i++) {
      garbled[random.nextInt(body.length)] = (byte) random.nextInt(256);
    }
    return garbled;
  }

  private static byte[] bomb() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
      zip.write(new byte[BOMB_BYTES]);
    } catch (IOException never) {
      throw new UncheckedIOException(never);
    }
    return out.toByteArray();
  }
}
