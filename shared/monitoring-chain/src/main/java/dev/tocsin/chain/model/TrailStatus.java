package dev.tocsin.chain.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.UpperCamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;

/**
 * The answer of {@code get-trail-status}.
 *
 * @param latestCloudWatchLogsDeliveryError null iff the latest delivery succeeded or none was tried
 * @param latestCloudWatchLogsDeliveryTime null iff nothing was ever delivered
 * @param startLoggingTime null iff unknown
 */
@JsonNaming(UpperCamelCaseStrategy.class)
public record TrailStatus(
    @JsonProperty(value = "IsLogging", required = true) boolean logging,
    String latestCloudWatchLogsDeliveryError,
    Instant latestCloudWatchLogsDeliveryTime,
    Instant startLoggingTime) {}
