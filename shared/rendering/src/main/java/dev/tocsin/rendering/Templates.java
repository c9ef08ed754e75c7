package dev.tocsin.rendering;

import com.samskivert.mustache.Mustache;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The Mustache templates beside this class; a name that a model lacks is an error, never blank. */
final class Templates {

  private static final Mustache.Compiler COMPILER =
      Mustache.compiler()
          .escapeHTML(false)
          .strictSections(true)
          .withLoader(name -> new StringReader(text(name)));

  private Templates() {}

  /**
   * Fills a template in.
   *
   * @param name below this package, without {@code .mustache}, for example {@code pack/pack.yaml}
   * @param model a map or a record, whose names the template uses
   */
  static String fill(String name, Object model) {
    return COMPILER.compile(text(name)).execute(model);
  }

  private static String text(String name) {
    String resource = name + ".mustache";
    try (InputStream in = Templates.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalArgumentException("template `" + resource + "` is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read template `" + resource + "`", e);
    }
  }
}
