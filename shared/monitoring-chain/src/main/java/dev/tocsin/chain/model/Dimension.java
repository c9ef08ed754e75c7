package dev.tocsin.chain.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A name and a value that tell a metric from others of its name. */
public record Dimension(
    @JsonProperty(value = "Name", required = true) String name,
    @JsonProperty(value = "Value", required = true) String value) {}
