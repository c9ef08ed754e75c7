package dev.tocsin.emulator;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Which faults a test tries. */
public final class Faults {
  private static final boolean ALL = "all".equals(System.getProperty("tocsin.faults"));

  private Faults() {}

  /** A kind of fault in the answer of a call. */
  public record Fault(ReadingCall call, FaultKind kind) {
    /** What the emulator is told. */
    public SpoiledAnswer answer() {
      return SpoiledAnswer.of(call.service(), call.operation(), kind);
    }
  }

  /**
   * Every kind in every call, if the system property {@code tocsin.faults} is {@code all}; else one
   * in so many, evenly over kinds and calls.
   */
  public static List<Fault> oneIn(int step) {
    List<Fault> all =
        Stream.of(ReadingCall.values())
            .flatMap(call -> Stream.of(FaultKind.values()).map(kind -> new Fault(call, kind)))
            .filter(fault -> fault.call().isInPages() || !fault.kind().isOfPages())
            .toList();
    return ALL
        ? all
        : IntStream.iterate(0, i -> i < all.size(), i -> i + step).mapToObj(all::get).toList();
  }
}
