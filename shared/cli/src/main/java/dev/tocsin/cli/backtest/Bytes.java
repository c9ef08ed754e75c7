package dev.tocsin.cli.backtest;

import java.util.List;
import java.util.Locale;

/** Amounts of data for people, in powers of a thousand, as AWS charges. */
final class Bytes {
  private static final List<String> UNITS = List.of("bytes", "kB", "MB", "GB", "TB", "PB");

  private Bytes() {}

  static String of(long bytes) {
    double amount = bytes;
    int unit = 0;
    while (amount >= 999.5 && unit < UNITS.size() - 1) {
      amount /= 1000;
      unit++;
    }
    String form = unit == 0 || amount >= 100 ? "%.0f %s" : amount >= 10 ? "%.1f %s" : "%.2f %s";
    return String.format(Locale.ROOT, form, amount, UNITS.get(unit));
  }
}
