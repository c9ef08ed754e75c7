package dev.tocsin.emulator.faults;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * As much of CBOR (RFC 8949) as services write: integers, doubles, texts, lists, maps, true, false,
 * null, tags; clients write lists and maps of indefinite length, too.
 */
final class Cbor {
  private static final int INDEFINITE = 31;
  private static final int END = 0xff;

  /** A value that a tag says more of, such as a time. */
  record Tagged(long tag, Object value) {}

  private Cbor() {}

  static Object decode(byte[] body) {
    return decode(ByteBuffer.wrap(body));
  }

  private static Object decode(ByteBuffer in) {
    int head = in.get() & 0xff;
    int major = head >> 5;
    if (major == 7) {
      return simple(head & 31, in);
    }
    boolean isOpen = (head & 31) == INDEFINITE;
    long argument = isOpen ? Long.MAX_VALUE : argument(head & 31, in);
    return switch (major) {
      case 0 -> argument;
      case 1 -> -1 - argument;
      case 3 -> text(in, (int) argument);
      case 4 -> {
        List<Object> list = new ArrayList<>();
        for (long i = 0; i < argument && !(isOpen && ends(in)); i++) {
          list.add(decode(in));
        }
        yield list;
      }
      case 5 -> {
        Map<Object, Object> map = new LinkedHashMap<>();
        for (long i = 0; i < argument && !(isOpen && ends(in)); i++) {
          map.put(decode(in), decode(in));
        }
        yield map;
      }
      case 6 -> new Tagged(argument, decode(in));
      default -> throw new IllegalArgumentException("major type " + major);
    };
  }

  /** Whether an open list or map ends here; the mark is passed over. */
  private static boolean ends(ByteBuffer in) {
    boolean ends = (in.get(in.position()) & 0xff) == END;
    if (ends) {
      in.get();
    }
    return ends;
  }

  private static Object simple(int info, ByteBuffer in) {
    return switch (info) {
      case 20 -> false;
      case 21 -> true;
      case 22 -> null;
      case 26 -> (double) in.getFloat();
      case 27 -> in.getDouble();
      default -> throw new IllegalArgumentException("simple value " + info);
    };
  }

  private static long argument(int info, ByteBuffer in) {
    return switch (info) {
      case 24 -> in.get() & 0xff;
      case 25 -> in.getShort() & 0xffff;
      case 26 -> in.getInt() & 0xffffffffL;
      case 27 -> in.getLong();
      default -> info;
    };
  }

  private static String text(ByteBuffer in, int length) {
    byte[] bytes = new byte[length];
    in.get(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  static byte[] encode(Object value) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    encode(value, out);
    return out.toByteArray();
  }

  private static void encode(Object value, ByteArrayOutputStream out) {
    if (value == null) {
      out.write(0xf6);
    } else if (value instanceof Boolean isTrue) {
      out.write(isTrue ? 0xf5 : 0xf4);
    } else if (value instanceof Number number) {
      number(number, out);
    } else if (value instanceof String text) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      head(3, bytes.length, out);
      out.writeBytes(bytes);
    } else if (value instanceof List<?> list) {
      head(4, list.size(), out);
      list.forEach(member -> encode(member, out));
    } else if (value instanceof Map<?, ?> map) {
      head(5, map.size(), out);
      map.forEach(
          (name, member) -> {
            encode(name, out);
            encode(member, out);
          });
    } else if (value instanceof Tagged tagged) {
      head(6, tagged.tag(), out);
      encode(tagged.value(), out);
    } else {
      throw new IllegalArgumentException("no CBOR of " + value.getClass());
    }
  }

  private static void number(Number number, ByteArrayOutputStream out) {
    if (number instanceof Double) {
      out.write(0xfb);
      out.writeBytes(ByteBuffer.allocate(8).putDouble(number.doubleValue()).array());
    } else {
      long whole = number.longValue();
      head(whole < 0 ? 1 : 0, whole < 0 ? -1 - whole : whole, out);
    }
  }

  private static void head(int major, long argument, ByteArrayOutputStream out) {
    if (argument < 24) {
      out.write(major << 5 | (int) argument);
    } else {
      out.write(major << 5 | 27);
      out.writeBytes(ByteBuffer.allocate(8).putLong(argument).array());
    }
  }
}
