package dev.tocsin.report.page;

import dev.tocsin.chain.verdict.Evidence;
import dev.tocsin.chain.verdict.Finding;
import dev.tocsin.chain.verdict.Link;
import dev.tocsin.chain.verdict.Verdict;
import dev.tocsin.chain.wording.Words;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The way of an event to a person, link by link, with what is broken marked. */
final class ChainDrawing {
  private static final List<Link> BY_FILTER =
      List.of(
          Link.TRAIL,
          Link.LOG_GROUP,
          Link.METRIC_FILTER,
          Link.METRIC,
          Link.ALARM,
          Link.TOPIC,
          Link.SUBSCRIPTION);
  private static final List<Link> BY_SUBSCRIPTION_FILTER =
      List.of(Link.TRAIL, Link.LOG_GROUP, Link.SUBSCRIPTION_FILTER);
  private static final List<Link> BY_RULE =
      List.of(Link.TRAIL, Link.EVENT_RULE, Link.TOPIC, Link.SUBSCRIPTION);

  private final Map<Link, List<Node>> nodes = new EnumMap<>(Link.class);
  private final List<Link> way;

  /** A thing on the way. */
  private record Node(String subject, String region, State state) {}

  ChainDrawing(Verdict verdict) {
    for (Evidence link : verdict.chain()) {
      add(link.link(), new Node(link.subject(), link.region(), State.HOLDS));
    }
    for (Finding finding : verdict.findings()) {
      State state = finding.decided() ? State.BROKEN : State.NOT_SHOWN;
      add(finding.link(), new Node(finding.subject(), "", state));
    }
    way = way(verdict.compliant());
  }

  /** One word per link, for the line that is seen before the drawing. */
  Html brief() {
    List<Html> marks = new ArrayList<>();
    for (Link link : way) {
      marks.add(Html.of("i." + state(link).tone(), Html.NOTHING));
    }
    return Html.of(
        "span.marks", Html.Attributes.of("role", "img", "aria-label", inWords()), Html.all(marks));
  }

  /** State by state, with the links that have it. */
  private String inWords() {
    Map<State, List<String>> links = new LinkedHashMap<>();
    for (Link link : way) {
      links.computeIfAbsent(state(link), any -> new ArrayList<>()).add(Words.of(link));
    }
    return links.entrySet().stream()
        .map(entry -> entry.getKey().word() + ": " + String.join(", ", entry.getValue()))
        .collect(Collectors.joining("; "));
  }

  Html whole() {
    return Html.of("ol.chain", Html.all(way.stream().map(this::step).toList()));
  }

  private Html step(Link link) {
    State state = state(link);
    List<Html> things = new ArrayList<>();
    for (Node node : nodes.getOrDefault(link, List.of())) {
      String brief = Words.brief(node.subject());
      Html.Attributes whole =
          brief.equals(node.subject())
              ? Html.Attributes.NONE
              : Html.Attributes.of("title", node.subject());
      things.add(Html.of("span", whole, Html.name(brief)));
    }
    return Html.of(
        "li." + state.tone(),
        Html.of("b", name(link)),
        Html.all(things),
        Html.of("small", state.word()));
  }

  /** The state of the worst thing; a link that nothing is known of is one that nothing reached. */
  private State state(Link link) {
    State worst = State.NOT_REACHED;
    for (Node node : nodes.getOrDefault(link, List.of())) {
      boolean worse = worst == State.NOT_REACHED || node.state() == State.BROKEN;
      worst = worse || worst == State.HOLDS ? node.state() : worst;
    }
    return worst;
  }

  /**
   * By filters, by what feeds another system, or by rules; a chain that holds has no link but its
   * own.
   */
  private List<Link> way(boolean holds) {
    boolean byRule = nodes.containsKey(Link.EVENT_RULE) && !nodes.containsKey(Link.METRIC_FILTER);
    boolean byFeed =
        nodes.containsKey(Link.SUBSCRIPTION_FILTER) && !nodes.containsKey(Link.METRIC_FILTER);
    if (byFeed && !nodes.containsKey(Link.EVENT_RULE)) {
      return BY_SUBSCRIPTION_FILTER;
    }
    List<Link> links = new ArrayList<>(byRule ? BY_RULE : BY_FILTER);
    if (nodes.containsKey(Link.SUBSCRIPTION_FILTER)) {
      links.add(links.indexOf(Link.TRAIL) + 1, Link.SUBSCRIPTION_FILTER);
    }
    if (!byRule && nodes.containsKey(Link.EVENT_RULE)) {
      links.add(links.indexOf(Link.TOPIC), Link.EVENT_RULE);
    }
    if (nodes.containsKey(Link.ACTION)) {
      links.add(links.indexOf(Link.TOPIC), Link.ACTION);
      links.removeIf(
          link -> (link == Link.TOPIC || link == Link.SUBSCRIPTION) && !nodes.containsKey(link));
    }
    if (holds) {
      links.removeIf(link -> !nodes.containsKey(link));
    }
    return links;
  }

  private void add(Link link, Node node) {
    List<Node> same = nodes.computeIfAbsent(link, any -> new ArrayList<>());
    if (same.stream().noneMatch(one -> one.subject().equals(node.subject()))) {
      same.add(node);
    } else {
      same.replaceAll(one -> one.subject().equals(node.subject()) ? node : one);
    }
  }

  private static String name(Link link) {
    return link == Link.SUBSCRIPTION ? "person" : Words.of(link);
  }
}
