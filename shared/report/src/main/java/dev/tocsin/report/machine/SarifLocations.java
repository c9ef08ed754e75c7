package dev.tocsin.report.machine;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.chain.verdict.Finding;
import dev.tocsin.chain.verdict.Place;
import dev.tocsin.report.Report;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the results of SARIF are: in the file and line that a finding names, a location for each
 * line that must change; else at {@code aws/ACCOUNT/REGION}, since an account is no file and
 * GitHub's code scanning wants one.
 */
final class SarifLocations {

  private static final String RESOURCE = "resource";

  private record Physical(String uri, int line) {}

  private SarifLocations() {}

  static void add(ArrayNode locations, Report.Line line) {
    String account = line.account().account();
    Physical itself = new Physical("aws/" + account + "/" + line.account().region(), 1);
    Map<Physical, List<Finding>> byPlace = new LinkedHashMap<>();
    for (Finding finding : line.evaluation().verdict().findings()) {
      Physical place =
          finding
              .place()
              .filter(Place::inFile)
              .map(written -> new Physical(uri(written.file()), written.line()))
              .orElse(itself);
      byPlace.computeIfAbsent(place, any -> new ArrayList<>()).add(finding);
    }
    if (byPlace.isEmpty()) {
      ObjectNode location = location(locations.addObject(), itself);
      location.withArray("logicalLocations").addObject().put("name", account).put("kind", RESOURCE);
    }
    byPlace.forEach(
        (place, findings) -> {
          ArrayNode things = location(locations.addObject(), place).withArray("logicalLocations");
          findings.forEach(finding -> thing(things.addObject(), finding));
        });
  }

  private static ObjectNode location(ObjectNode location, Physical place) {
    ObjectNode physical = location.putObject("physicalLocation");
    physical.putObject("artifactLocation").put("uri", place.uri());
    physical.putObject("region").put("startLine", place.line());
    return location;
  }

  private static void thing(ObjectNode thing, Finding finding) {
    thing
        .put("name", finding.subject())
        .put(
            "fullyQualifiedName",
            finding.place().map(Place::address).orElse(finding.link() + "/" + finding.subject()))
        .put("kind", RESOURCE);
  }

  /** A path with slashes, as a reference of RFC 3986: relative iff the path is. */
  private static String uri(String file) {
    boolean absolute = file.startsWith("/");
    try {
      // With a slash before it no name is taken for a host, and with its code no colon for a
      // scheme's.
      String path =
          new URI(null, null, absolute ? file : "/" + file, null)
              .toASCIIString()
              .replace(":", "%3A");
      return absolute ? "file://" + path : path.substring(1);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("a path that is no path of a URI: " + file, e);
    }
  }
}
