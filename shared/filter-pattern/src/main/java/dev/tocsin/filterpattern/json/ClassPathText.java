package dev.tocsin.filterpattern.json;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Texts that are shipped with the classes, in UTF-8. */
public final class ClassPathText {
  private ClassPathText() {}

  /** The whole text of a file beside a class. */
  public static String of(Class<?> beside, String name) {
    try (InputStream in = beside.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot read `" + name + "` from the class path", unreadable);
    }
  }
}
