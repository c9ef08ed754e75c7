package dev.tocsin.chain.remedy;

import java.util.Optional;

/**
 * Whom new alarms tell.
 *
 * @param topicArn a topic that exists
 * @param email who is subscribed to the topic {@code tocsin-alarms}, if no topic is given
 */
public record Notification(Optional<String> topicArn, Optional<String> email) {}
