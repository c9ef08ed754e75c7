package dev.tocsin.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.filterpattern.Fact;
import dev.tocsin.filterpattern.FilterPattern;
import dev.tocsin.filterpattern.json.JsonTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What holds for the records of one account: its own id, and the Regions and ARNs of the partition
 * that it belongs to. Of a partition that is not listed nothing is taken for granted.
 *
 * @param ofAccount facts with {@code ${account}} in their pattern
 * @param ofPartition facts with {@code ${partition}} in their pattern
 * @param partitions those that are known
 */
record AccountFacts(List<Template> ofAccount, List<Template> ofPartition, List<Place> partitions) {

  /** A fact whose pattern names what differs from account to account. */
  record Template(String name, String pattern, String source) {

    Fact with(String variable, String value) {
      return new Fact(
          name, FilterPattern.of(pattern.replace("${" + variable + "}", value)), source);
    }
  }

  /**
   * A partition: a group of Regions with accounts of its own.
   *
   * @param id what ARNs begin with, after {@code arn:}
   * @param regions all its Region codes
   * @param facts what holds for the records written there
   */
  record Place(String id, Pattern regions, List<Fact> facts) {}

  static AccountFacts read(Fields file, Problems.Place place) {
    List<Place> partitions = new ArrayList<>();
    for (JsonNode node : file.elements("partitions")) {
      Fields fields = new Fields(node, "partitions", place);
      partitions.add(
          new Place(
              fields.text("id"),
              Pattern.compile(fields.text("regions")),
              fields.elements("facts").stream()
                  .flatMap(fact -> RecordFacts.of(fact, place).stream())
                  .toList()));
      fields.rejectUnknownKeys();
    }
    return new AccountFacts(
        templates(file, "ofAnAccount", place), templates(file, "ofAPartition", place), partitions);
  }

  private static List<Template> templates(Fields file, String key, Problems.Place place) {
    List<Template> templates = new ArrayList<>();
    for (JsonNode node : file.elements(key)) {
      Fields fields = new Fields(node, key, place);
      templates.add(
          new Template(fields.text("name"), fields.text("pattern"), fields.text("source")));
      fields.rejectUnknownKeys();
    }
    return templates;
  }

  /**
   * The facts of an account.
   *
   * @param accountId twelve digits
   * @param region some Region of its partition
   */
  List<Fact> of(String accountId, String region) {
    List<Fact> facts = new ArrayList<>();
    ofAccount.forEach(fact -> facts.add(fact.with("account", accountId)));
    partition(region)
        .ifPresent(
            known -> {
              ofPartition.forEach(fact -> facts.add(fact.with("partition", known.id())));
              facts.addAll(known.facts());
            });
    return facts;
  }

  /** A sample as the account would get it: its own id, and its partition's ARNs and Region. */
  ObjectNode localise(ObjectNode sample, String accountId, String region) {
    String text = JsonTree.text(sample);
    String recipient = sample.path("recipientAccountId").asText();
    if (!recipient.isEmpty()) {
      text = text.replace(recipient, accountId);
    }
    Optional<Place> there = partition(sample.path("awsRegion").asText());
    Optional<Place> here = partition(region);
    boolean moves = there.isPresent() && here.isPresent() && !there.equals(here);
    if (moves) {
      text = text.replace("arn:" + there.get().id() + ":", "arn:" + here.get().id() + ":");
    }
    ObjectNode own = (ObjectNode) RuleFiles.parsed(text);
    return moves ? own.put("awsRegion", region) : own;
  }

  private Optional<Place> partition(String region) {
    return partitions.stream()
        .filter(partition -> partition.regions().matcher(region).matches())
        .findFirst();
  }
}
