package dev.tocsin.chain.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A log group, as {@code describe-log-groups} prints it.
 *
 * @param logGroupClass {@code STANDARD}, {@code INFREQUENT_ACCESS} or {@code DELIVERY}; absent
 *     means {@code STANDARD}
 */
public record LogGroup(
    @JsonProperty(required = true) String logGroupName, String arn, String logGroupClass) {

  public LogGroup {
    logGroupClass = logGroupClass == null ? "STANDARD" : logGroupClass;
  }
}
