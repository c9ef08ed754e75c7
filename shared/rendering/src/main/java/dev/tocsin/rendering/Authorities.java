package dev.tocsin.rendering;

import dev.tocsin.catalog.Framework;
import dev.tocsin.catalog.Frameworks;
import java.util.List;
import java.util.Locale;

/** Where the texts of the authorities stand on the web. */
final class Authorities {

  private static final String CIS = "https://www.cisecurity.org/benchmark/amazon_web_services";

  private Authorities() {}

  /** The page to read for these sections of a framework. */
  static String link(String framework, List<String> sections) {
    if (framework.startsWith("cis-")) {
      return CIS;
    }
    if (framework.equals("security-hub")) {
      String anchor = sections.isEmpty() ? "" : "#" + anchor(sections.get(0));
      return "https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html"
          + anchor;
    }
    return Frameworks.of(framework).map(Framework::link).orElse("");
  }

  /** {@code CloudWatch.4} stands at {@code cloudwatch-4}. */
  private static String anchor(String section) {
    return section.toLowerCase(Locale.ROOT).replace('.', '-');
  }
}
