package dev.tocsin.infrastructure.account;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.chain.model.MetricFilter;
import dev.tocsin.infrastructure.resource.Resource;
import dev.tocsin.infrastructure.resource.Types;
import java.util.HashSet;
import java.util.Set;

/** Metric filters, and the metrics into which one that is not known may write. */
final class FilterPart {
  private final Draft draft;
  private final Set<String> stirred = new HashSet<>();
  private boolean any;

  private FilterPart(Draft draft) {
    this.draft = draft;
  }

  /** Draws the filters. */
  static FilterPart draw(Draft draft) {
    FilterPart part = new FilterPart(draft);
    draft.of(Types.METRIC_FILTER).forEach(part::filter);
    return part;
  }

  /** Whether a filter that was left out may write into a metric. */
  boolean mayStir(String region, String namespace, String name) {
    return any || stirred.contains(key(region, namespace, name));
  }

  private void filter(Resource filter) {
    try {
      ObjectNode json = Draft.shaped(MetricFilter.class, filter);
      json.put("filterName", filter.name());
      draft.list(filter.region(), "metricFilters").add(json);
      draft.placed(filter.name(), filter);
      json.path("metricTransformations")
          .forEach(
              metric ->
                  draft.placed(
                      metric.path("metricNamespace").asText()
                          + "/"
                          + metric.path("metricName").asText(),
                      filter));
    } catch (NotKnown notKnown) {
      Set<String> touches = groups(filter);
      stir(filter, touches);
      draft.leaveOut("metric filter", filter, notKnown, touches);
    }
  }

  /** The group that the filter is on; every group, where nobody knows which. */
  private Set<String> groups(Resource filter) {
    Set<String> groups = new HashSet<>(Set.of(filter.text("LogGroupName")));
    if (filter.get("LogGroupName").isPojo()) {
      draft.of(Types.LOG_GROUP).forEach(group -> groups.add(group.name()));
    }
    return groups;
  }

  private void stir(Resource filter, Set<String> touches) {
    JsonNode metrics = filter.get("MetricTransformations");
    any |= !metrics.isArray();
    for (JsonNode metric : metrics) {
      JsonNode namespace = metric.path("MetricNamespace");
      JsonNode name = metric.path("MetricName");
      any |= !namespace.isValueNode() || !name.isValueNode() || name.isPojo() || namespace.isPojo();
      touches.add(namespace.asText() + "/" + name.asText());
      stirred.add(key(filter.region(), namespace.asText(), name.asText()));
    }
  }

  private static String key(String region, String namespace, String name) {
    return region + "/" + namespace + "/" + name;
  }
}
