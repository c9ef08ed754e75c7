package dev.tocsin.rendering;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Where the texts of the authorities stand on the web. */
final class Authorities {

  private static final String CIS = "https://www.cisecurity.org/benchmark/amazon_web_services";
  private static final Map<String, String> OTHERS =
      Map.of(
          "nist-800-53-r5", "https://csrc.nist.gov/pubs/sp/800/53/r5/upd1/final",
          "nist-800-171-r2", "https://csrc.nist.gov/pubs/sp/800/171/r2/upd1/final",
          "nist-csf-2.0", "https://www.nist.gov/cyberframework",
          "pci-dss-3.2.1", "https://www.pcisecuritystandards.org/document_library/",
          "pci-dss-4.0", "https://www.pcisecuritystandards.org/document_library/",
          "iso-27001-2022", "https://www.iso.org/standard/27001",
          "soc-2",
              "https://www.aicpa-cima.com/topic/audit-assurance/audit-and-assurance-greater-than-soc-2",
          "hipaa", "https://www.hhs.gov/hipaa/for-professionals/security/index.html",
          "nis2", "https://eur-lex.europa.eu/eli/dir/2022/2555/oj",
          "mitre-attack", "https://attack.mitre.org/techniques/enterprise/");

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
    return OTHERS.getOrDefault(framework, "");
  }

  /** {@code CloudWatch.4} stands at {@code cloudwatch-4}. */
  private static String anchor(String section) {
    return section.toLowerCase(Locale.ROOT).replace('.', '-');
  }
}
