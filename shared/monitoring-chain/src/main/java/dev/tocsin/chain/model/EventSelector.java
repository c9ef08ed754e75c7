package dev.tocsin.chain.model;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.UpperCamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;

/**
 * A basic event selector.
 *
 * @param readWriteType {@code All}, {@code ReadOnly} or {@code WriteOnly}; absent means {@code All}
 * @param includeManagementEvents absent means true
 * @param excludeManagementEventSources for example {@code kms.amazonaws.com}
 */
@JsonNaming(UpperCamelCaseStrategy.class)
public record EventSelector(
    String readWriteType,
    Boolean includeManagementEvents,
    List<String> excludeManagementEventSources) {

  public EventSelector {
    readWriteType = readWriteType == null ? "All" : readWriteType;
    includeManagementEvents = includeManagementEvents == null || includeManagementEvents;
    excludeManagementEventSources = Lists.orEmpty(excludeManagementEventSources);
  }
}
