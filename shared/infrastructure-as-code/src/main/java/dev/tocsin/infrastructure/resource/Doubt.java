package dev.tocsin.infrastructure.resource;

/**
 * Why a thing may not be made, or not here.
 *
 * @param property what of it decides that: {@code Condition} of a template, {@code provider} of a
 *     plan
 * @param why a clause that follows the property
 */
public record Doubt(String property, String why) {}
