package dev.tocsin.filterpattern.eventbridge;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A block of IPv4 or IPv6 addresses.
 *
 * @param address its first address in hexadecimal digits, 8 of them for IPv4 and 32 for IPv6
 * @param bits how many leading bits all its addresses share
 */
record Network(String address, int bits) {
  private static final Pattern V4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
  private static final Pattern V6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

  /** The block written as {@code address/bits}; empty if the text is none. */
  public static Optional<Network> parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 0 || !text.substring(slash + 1).matches("\\d{1,3}")) {
      return Optional.empty();
    }
    int bits = Integer.parseInt(text.substring(slash + 1));
    return address(text.substring(0, slash))
        .filter(address -> bits <= address.length * 8)
        .map(address -> new Network(HexFormat.of().formatHex(address), bits));
  }

  /** Whether the text is an address of this block. */
  public boolean contains(String text) {
    byte[] own = HexFormat.of().parseHex(address);
    return address(text).filter(other -> sharesBits(own, other)).isPresent();
  }

  private boolean sharesBits(byte[] own, byte[] other) {
    if (own.length != other.length) {
      return false;
    }
    int whole = bits / 8;
    int rest = 8 - bits % 8;
    return Arrays.equals(own, 0, whole, other, 0, whole)
        && (rest == 8 || (own[whole] & 0xff) >> rest == (other[whole] & 0xff) >> rest);
  }

  private static Optional<byte[]> address(String text) {
    if (V4.matcher(text).matches()) {
      return v4(text.split("\\.", -1));
    }
    if (!V6.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      // A text with a colon is read as an address, never looked up as a name.
      byte[] address = InetAddress.getByName(text).getAddress();
      return address.length == 16 ? Optional.of(address) : Optional.empty();
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  private static Optional<byte[]> v4(String[] parts) {
    byte[] address = new byte[4];
    for (int i = 0; i < 4; i++) {
      int part = Integer.parseInt(parts[i]);
      if (part > 255) {
        return Optional.empty();
      }
      address[i] = (byte) part;
    }
    return Optional.of(address);
  }
}
