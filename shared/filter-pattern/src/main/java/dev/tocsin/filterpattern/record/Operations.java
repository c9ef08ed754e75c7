package dev.tocsin.filterpattern.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.filterpattern.json.ClassPathText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Which service has an operation, where only one of those that controls speak of has it. */
final class Operations {

  private static final String FILE = "operations.txt";
  private static final Pattern OTHER_PARTITION = Pattern.compile("cn-|us-gov-|us-iso|eu-iso|eusc-");
  private static final Map<String, Service> BY_NAME = read();

  private Operations() {}

  /**
   * A service.
   *
   * @param source the event source of its records
   * @param region where all of them are recorded; blank where they are in many Regions
   */
  private record Service(String source, String region) {
    static Service of(String head) {
      int at = head.indexOf('@');
      return at < 0
          ? new Service(head, "")
          : new Service(head.substring(0, at), head.substring(at + 1));
    }
  }

  private static Map<String, Service> read() {
    Map<String, Service> services = new HashMap<>();
    for (String line : ClassPathText.of(Operations.class, FILE).lines().skip(1).toList()) {
      List<String> words = List.of(line.split(" "));
      Service service = Service.of(words.get(0));
      words.subList(1, words.size()).forEach(name -> services.put(name, service));
    }
    return Map.copyOf(services);
  }

  /**
   * Makes the record one of the service that has its operation, without what another service was
   * asked and answered; false iff no service, or more than one, is known to have it.
   */
  static boolean place(ObjectNode record) {
    Service known = BY_NAME.get(record.path("eventName").asText());
    if (known == null) {
      return false;
    }
    if (!known.region.isEmpty() && !OTHER_PARTITION.matcher(region(record)).lookingAt()) {
      record.put("awsRegion", known.region);
    }
    if (!known.source.equals(record.path("eventSource").asText())) {
      record.put("eventSource", known.source);
      record.putNull("requestParameters");
      record.putNull("responseElements");
      record.remove("resources");
    }
    return true;
  }

  private static String region(ObjectNode record) {
    return record.path("awsRegion").asText();
  }
}
